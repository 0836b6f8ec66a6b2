// Bodies of the float kernels, inlined into one function an instruction set. Vectors are
// always 16 lanes wide: a machine with narrower registers splits them, which changes no
// result, because no operation mixes lanes but the sums below, and these in a fixed order.
#ifndef HEARSAY_BODIES_H
#define HEARSAY_BODIES_H

#include "hearsay_kernels.h"
#include <string.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#define HK_INLINE static inline __attribute__((always_inline))

typedef float f16 __attribute__((vector_size(64)));
typedef int32_t i16 __attribute__((vector_size(64)));
typedef int8_t b16 __attribute__((vector_size(16)));
typedef uint8_t u16 __attribute__((vector_size(16)));

HK_INLINE f16 load(const float *p) {
    f16 v;
    memcpy(&v, p, sizeof v);
    return v;
}
HK_INLINE void store(float *p, f16 v) { memcpy(p, &v, sizeof v); }
HK_INLINE f16 splat(float x) { return (f16){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }
HK_INLINE f16 choose(i16 mask, f16 yes, f16 no) { return (f16)((mask & (i16)yes) | (~mask & (i16)no)); }
HK_INLINE f16 max16(f16 a, f16 b) { return choose(a > b, a, b); }
HK_INLINE f16 min16(f16 a, f16 b) { return choose(a < b, a, b); }

// The only places where lanes meet.
HK_INLINE float sum16(f16 v) {
    float a[16];
    memcpy(a, &v, sizeof a);
    for (int step = 8; step; step /= 2)
        for (int i = 0; i < step; i++) a[i] += a[i + step];
    return a[0];
}
HK_INLINE float top16(f16 v) {
    float a[16];
    memcpy(a, &v, sizeof a);
    for (int step = 8; step; step /= 2)
        for (int i = 0; i < step; i++) a[i] = a[i] > a[i + step] ? a[i] : a[i + step];
    return a[0];
}

// Nearest integer, ties to even, for |x| < 2^22: the sum leaves no room for a fraction.
HK_INLINE f16 nearest(f16 x) {
    const f16 magic = splat(12582912.0f);
    return (x + magic) - magic;
}
HK_INLINE float nearest1(float x) {
    volatile float t = x + 12582912.0f;  // volatile: 32-bit x87 must not keep more bits
    return t - 12582912.0f;
}

// e^x for x <= 0, relative error about 2^-22; below -80 it is 0.
HK_INLINE f16 exp_negative(f16 x) {
    const i16 dead = x < splat(-80.0f);
    x = max16(x, splat(-80.0f));
    const f16 n = nearest(x * splat(1.44269504f));
    const f16 r = (x - n * splat(0.693359375f)) - n * splat(-2.12194440e-4f);
    f16 p = splat(1.9875691500e-4f);
    p = p * r + splat(1.3981999507e-3f);
    p = p * r + splat(8.3334519073e-3f);
    p = p * r + splat(4.1665795894e-2f);
    p = p * r + splat(1.6666665459e-1f);
    p = p * r + splat(5.0000001201e-1f);
    p = p * (r * r) + r + splat(1.0f);
    const i16 bits = (__builtin_convertvector(n, i16) + 127) << 23;
    return choose(dead, splat(0.0f), p * (f16)bits);
}

HK_INLINE void quantise_body(const float *x, size_t stride, int rows, int columns, uint8_t *q, float *scale, int32_t *zero) {
    for (int m = 0; m < rows; m++, x += stride, q += columns) {
        f16 low = splat(0.0f), high = splat(0.0f);
        for (int k = 0; k < columns; k += 16) {
            const f16 v = load(x + k);
            low = min16(v, low);
            high = max16(v, high);
        }
        const float top = top16(high), bottom = -top16(-low);
        const float range = top - bottom;
        const float inverse = range > 1e-30f ? 255.0f / range : 0.0f;  // all but zero: no infinity
        const float z = nearest1(-bottom * inverse);
        scale[m] = range / 255.0f;
        zero[m] = (int32_t)z;
        const f16 inv = splat(inverse), zz = splat(z), lo = splat(0.0f), hi = splat(255.0f);
        for (int k = 0; k < columns; k += 16) {
            const f16 v = min16(max16(nearest(load(x + k) * inv) + zz, lo), hi);
            const u16 b = __builtin_convertvector(__builtin_convertvector(v, i16), u16);
            memcpy(q + k, &b, sizeof b);
        }
    }
}

HK_INLINE void gelu_body(float *x, size_t count) {
    for (size_t i = 0; i < count; i += 16) {
        const f16 v = load(x + i);
        const f16 c = min16(max16(v, splat(-HK_GELU_LIMIT)), splat(HK_GELU_LIMIT));
        const f16 t = c * c;
        f16 p = splat(HK_GELU[0]);
        for (int k = 1; k < HK_GELU_TERMS; k++) p = p * t + splat(HK_GELU[k]);
        f16 e = c * p;  // erf(c / sqrt 2)
        e = min16(max16(e, splat(-1.0f)), splat(1.0f));
        store(x + i, (v * splat(0.5f)) * (e + splat(1.0f)));
    }
}

HK_INLINE void add_norm_body(float *x, const float *y, int rows, int columns, const float *gain, const float *bias) {
    const float share = 1.0f / (float)columns;
    for (int m = 0; m < rows; m++, x += columns) {
        f16 total = splat(0.0f);
        for (int k = 0; k < columns; k += 16) {
            f16 v = load(x + k);
            if (y) v = v + load(y + k);
            store(x + k, v);
            total = total + v;
        }
        if (y) y += columns;
        const f16 mean = splat(sum16(total) * share);
        f16 square = splat(0.0f);
        for (int k = 0; k < columns; k += 16) {
            const f16 d = load(x + k) - mean;
            square = square + d * d;
        }
        const float variance = sum16(square) * share;
        const f16 factor = splat(1.0f / __builtin_elementwise_sqrt(variance + 1e-12f));
        for (int k = 0; k < columns; k += 16)
            store(x + k, ((load(x + k) - mean) * factor) * load(gain + k) + load(bias + k));
    }
}

HK_INLINE void add_scaled_body(float *out, const float *x, float factor, size_t count) {
    const f16 f = splat(factor);
    for (size_t i = 0; i < count; i += 16) store(out + i, load(out + i) + f * load(x + i));
}

HK_INLINE void add_row_body(float *out, const int8_t *row, float scale, int columns) {
    const f16 s = splat(scale);
    for (int k = 0; k < columns; k += 16) {
        b16 b;
        memcpy(&b, row + k, sizeof b);
        store(out + k, load(out + k) + s * __builtin_convertvector(b, f16));
    }
}

HK_INLINE void add_packed_row_body(float *out, const uint8_t *row, float scale, int columns) {
    const f16 s = splat(scale);
    const int quarter = columns / 4;
    for (int i = 0; i < quarter; i += 16) {
        u16 a, b, c;
        memcpy(&a, row + i, sizeof a);
        memcpy(&b, row + quarter + i, sizeof b);
        memcpy(&c, row + 2 * quarter + i, sizeof c);
        const i16 bits = __builtin_convertvector(a, i16) | __builtin_convertvector(b, i16) << 8 |
                         __builtin_convertvector(c, i16) << 16;
        for (int k = 0; k < 4; k++) {
            float *o = out + k * quarter + i;
            store(o, load(o) + s * __builtin_convertvector(((bits >> (6 * k)) & 63) - 32, f16));
        }
    }
}

HK_INLINE void attention_body(const float *qkv, int n, int heads, float *out, float *scratch) {
    const int width = (n + 15) & ~15, d = heads * 32;
    const size_t stride = (size_t)3 * d;
    float *keys = scratch, *weights = scratch + (size_t)32 * width;
    for (int h = 0; h < heads; h++) {
        const float *q = qkv + h * 32, *k = q + d, *v = k + d;
        for (int c = 0; c < 32; c++) {
            for (int j = 0; j < n; j++) keys[(size_t)c * width + j] = k[j * stride + c];
            for (int j = n; j < width; j++) keys[(size_t)c * width + j] = 0.0f;
        }
        for (int i = 0; i < n; i++) {
            f16 top = splat(-1e30f);
            for (int j = 0; j < width; j += 16) {
                f16 s = splat(0.0f);
                for (int c = 0; c < 32; c++) s = s + splat(q[i * stride + c]) * load(keys + (size_t)c * width + j);
                s = s * splat(0.17677669f);
                store(weights + j, s);
            }
            for (int j = n; j < width; j++) weights[j] = -1e30f;
            for (int j = 0; j < width; j += 16) top = max16(load(weights + j), top);
            const f16 most = splat(top16(top));
            f16 total = splat(0.0f);
            for (int j = 0; j < width; j += 16) {
                const f16 e = exp_negative(load(weights + j) - most);
                store(weights + j, e);
                total = total + e;
            }
            const f16 share = splat(1.0f / sum16(total));
            f16 a = splat(0.0f), b = splat(0.0f);
            for (int j = 0; j < n; j++) {
                const f16 w = splat(weights[j]);
                a = a + w * load(v + j * stride);
                b = b + w * load(v + j * stride + 16);
            }
            store(out + (size_t)i * d + h * 32, a * share);
            store(out + (size_t)i * d + h * 32 + 16, b * share);
        }
    }
}

HK_INLINE void pair_scores_body(const float *a, size_t a_stride, const float *b, size_t b_stride, int n, int columns,
                                float *scores, int width, float *scratch) {
    for (int c = 0; c < columns; c++) {
        for (int j = 0; j < n; j++) scratch[(size_t)c * width + j] = b[j * b_stride + c];
        for (int j = n; j < width; j++) scratch[(size_t)c * width + j] = 0.0f;
    }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < width; j += 16) {
            f16 s = splat(0.0f);
            for (int c = 0; c < columns; c++) s = s + splat(a[i * a_stride + c]) * load(scratch + (size_t)c * width + j);
            store(scores + (size_t)i * width + j, s);
        }
}

HK_INLINE void rows_dot_body(const float *t, const float *h, const float *extra, int count, int columns, float *out) {
    for (int r = 0; r < count; r++, t += columns) {
        f16 s = splat(0.0f);
        for (int c = 0; c < columns; c += 16) s = s + load(t + c) * load(h + c);
        out[r] = sum16(s) + extra[r];
    }
}

// From an exact integer sum to a float; the order of these operations is part of the model.
// The sums come by address: vectors in arguments would tie the callers to one instruction set.
HK_INLINE void finish(const void *sums, int32_t zero, float scale, const hk_linear *layer, int n, float *out) {
    i16 sum, totals;
    memcpy(&sum, sums, sizeof sum);
    memcpy(&totals, layer->sums + n, sizeof totals);
    const f16 value = __builtin_convertvector(sum - totals * zero, f16);
    store(out + n, value * (splat(scale) * load(layer->scales + n)) + load(layer->biases + n));
}

#endif
