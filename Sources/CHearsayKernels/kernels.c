#include "gelu.h"
#include "bodies.h"

#include <stdatomic.h>
#include <stdlib.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#define HK_X86 1
#define T_AVX2 __attribute__((target("avx2")))
#define T_AVX512 __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"), min_vector_width(512)))
#endif

// ---------------------------------------------------------------- integer products

// Four partial sums an output; a product of two values needs no more than 16 bits.
static void linear_portable(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero,
                            int rows, float *out, size_t stride) {
    typedef int16_t s16 __attribute__((vector_size(32)));
    const int K = layer->inputs;
    for (int n = 0; n < layer->outputs; n += 16) {
        const int8_t *w0 = layer->weights + (size_t)n * K;
        for (int m = 0; m < rows; m++) {
            const uint8_t *a = q + (size_t)m * K;
            const int8_t *w = w0;
            i16 part[4] = {{0}, {0}, {0}, {0}};
            for (int k = 0; k < K; k += 4, w += 64, a += 4) {
                const s16 four = {a[0], a[1], a[2], a[3], a[0], a[1], a[2], a[3],
                                  a[0], a[1], a[2], a[3], a[0], a[1], a[2], a[3]};
                for (int g = 0; g < 4; g++) {
                    b16 b;
                    memcpy(&b, w + 16 * g, sizeof b);
                    part[g] += __builtin_convertvector(four * __builtin_convertvector(b, s16), i16);
                }
            }
            int32_t all[64], sum[16];
            memcpy(all, part, sizeof all);
            for (int i = 0; i < 16; i++) sum[i] = all[4 * i] + all[4 * i + 1] + all[4 * i + 2] + all[4 * i + 3];
            finish(sum, zero[m], scale[m], layer, n, out + (size_t)m * stride);
        }
    }
}

#if HK_X86
// Every x86-64 has SSE2. Products of two neighbours are added by one instruction; the two halves
// of an output's four inputs meet at the end.
#define TILE_SSE2(R)                                                                                                  \
    static void tile_sse2_##R(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero,      \
                              int n, float *out, size_t stride) {                                                    \
        const int K = layer->inputs;                                                                                  \
        const __m128i nil = _mm_setzero_si128();                                                                      \
        int32_t sums[R][16];                                                                                          \
        for (int half = 0; half < 4; half++) { /* four outputs at once: the sums stay in registers */                 \
            const int8_t *w = layer->weights + (size_t)n * K + 16 * half;                                             \
            __m128i acc[R][2];                                                                                        \
            _Pragma("unroll") for (int r = 0; r < R; r++) acc[r][0] = acc[r][1] = nil;                                \
            for (int k = 0; k < K; k += 4, w += 64) {                                                                 \
                const __m128i b = _mm_load_si128((const __m128i *)w), sign = _mm_cmpgt_epi8(nil, b);                  \
                const __m128i lo = _mm_unpacklo_epi8(b, sign), hi = _mm_unpackhi_epi8(b, sign);                       \
                _Pragma("unroll") for (int r = 0; r < R; r++) {                                                       \
                    int32_t four;                                                                                     \
                    memcpy(&four, q + (size_t)r * K + k, 4);                                                          \
                    __m128i a = _mm_unpacklo_epi8(_mm_cvtsi32_si128(four), nil);                                      \
                    a = _mm_unpacklo_epi64(a, a);                                                                     \
                    acc[r][0] = _mm_add_epi32(acc[r][0], _mm_madd_epi16(a, lo));                                      \
                    acc[r][1] = _mm_add_epi32(acc[r][1], _mm_madd_epi16(a, hi));                                      \
                }                                                                                                     \
            }                                                                                                         \
            _Pragma("unroll") for (int r = 0; r < R; r++) {                                                           \
                int32_t part[8];                                                                                      \
                memcpy(part, acc[r], 32);                                                                             \
                for (int i = 0; i < 4; i++) sums[r][4 * half + i] = part[2 * i] + part[2 * i + 1];                    \
            }                                                                                                         \
        }                                                                                                             \
        for (int r = 0; r < R; r++) finish(sums[r], zero[r], scale[r], layer, n, out + (size_t)r * stride);           \
    }
TILE_SSE2(4)
TILE_SSE2(1)

static void linear_sse2(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero, int rows,
                        float *out, size_t stride) {
    for (int n = 0; n < layer->outputs; n += 16) {
        int m = 0;
        for (; m + 4 <= rows; m += 4)
            tile_sse2_4(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);
        for (; m < rows; m++)
            tile_sse2_1(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);
    }
}

// R rows by B blocks of 16 outputs at once, so that each loaded weight serves R rows.
#define TILE_AVX2(R, B)                                                                                               \
    T_AVX2 static void tile_avx2_##R##_##B(const hk_linear *layer, const uint8_t *q, const float *scale,              \
                                           const int32_t *zero, int n, float *out, size_t stride) {                  \
        const int K = layer->inputs;                                                                                  \
        const int8_t *w = layer->weights + (size_t)n * K;                                                             \
        const __m256i ones = _mm256_set1_epi16(1);                                                                    \
        __m256i acc[R][2 * B];                                                                                        \
        for (int r = 0; r < R; r++)                                                                                   \
            for (int b = 0; b < 2 * B; b++) acc[r][b] = _mm256_setzero_si256();                                       \
        for (int k = 0; k < K; k += 4) {                                                                              \
            __m256i v[2 * B];                                                                                         \
            for (int b = 0; b < B; b++) {                                                                             \
                v[2 * b] = _mm256_load_si256((const __m256i *)(w + (size_t)b * 16 * K + (size_t)k * 16));             \
                v[2 * b + 1] = _mm256_load_si256((const __m256i *)(w + (size_t)b * 16 * K + (size_t)k * 16 + 32));    \
            }                                                                                                         \
            for (int r = 0; r < R; r++) {                                                                             \
                int32_t four;                                                                                         \
                memcpy(&four, q + (size_t)r * K + k, 4);                                                              \
                const __m256i a = _mm256_set1_epi32(four);                                                            \
                for (int b = 0; b < 2 * B; b++)                                                                       \
                    acc[r][b] = _mm256_add_epi32(acc[r][b], _mm256_madd_epi16(_mm256_maddubs_epi16(a, v[b]), ones));  \
            }                                                                                                         \
        }                                                                                                             \
        for (int r = 0; r < R; r++)                                                                                   \
            for (int b = 0; b < B; b++) {                                                                             \
                finish(&acc[r][2 * b], zero[r], scale[r], layer, n + 16 * b, out + (size_t)r * stride);               \
            }                                                                                                         \
    }
TILE_AVX2(4, 1)
TILE_AVX2(1, 1)

T_AVX2 static void linear_avx2(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero,
                               int rows, float *out, size_t stride) {
    for (int n = 0; n < layer->outputs; n += 16) {
        int m = 0;
        for (; m + 4 <= rows; m += 4)
            tile_avx2_4_1(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);
        for (; m < rows; m++)
            tile_avx2_1_1(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);
    }
}

#define TILE_AVX512(R, B)                                                                                             \
    T_AVX512 static void tile_avx512_##R##_##B(const hk_linear *layer, const uint8_t *q, const float *scale,          \
                                               const int32_t *zero, int n, float *out, size_t stride) {              \
        const int K = layer->inputs;                                                                                  \
        const int8_t *w = layer->weights + (size_t)n * K;                                                             \
        __m512i acc[R][B];                                                                                            \
        _Pragma("unroll") for (int r = 0; r < R; r++)                                                                 \
            _Pragma("unroll") for (int b = 0; b < B; b++) acc[r][b] = _mm512_setzero_si512();                         \
        for (int k = 0; k < K; k += 4) {                                                                              \
            __m512i v[B];                                                                                             \
            _Pragma("unroll") for (int b = 0; b < B; b++)                                                             \
                v[b] = _mm512_load_si512(w + (size_t)b * 16 * K + (size_t)k * 16);                                    \
            _Pragma("unroll") for (int r = 0; r < R; r++) {                                                           \
                int32_t four;                                                                                         \
                memcpy(&four, q + (size_t)r * K + k, 4);                                                              \
                const __m512i a = _mm512_set1_epi32(four);                                                            \
                _Pragma("unroll") for (int b = 0; b < B; b++) acc[r][b] = _mm512_dpbusd_epi32(acc[r][b], a, v[b]);    \
            }                                                                                                         \
        }                                                                                                             \
        _Pragma("unroll") for (int r = 0; r < R; r++)                                                                 \
            _Pragma("unroll") for (int b = 0; b < B; b++)                                                             \
                finish(&acc[r][b], zero[r] , scale[r], layer, n + 16 * b, out + (size_t)r * stride);               \
    }
TILE_AVX512(6, 4)
TILE_AVX512(1, 4)
TILE_AVX512(6, 1)
TILE_AVX512(1, 1)

T_AVX512 static void linear_avx512(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero,
                                   int rows, float *out, size_t stride) {
    int n = 0;
#define HK_ROWS(B)                                                                                                    \
    int m = 0;                                                                                                        \
    for (; m + 6 <= rows; m += 6)                                                                                     \
        tile_avx512_6_##B(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);    \
    for (; m < rows; m++)                                                                                             \
        tile_avx512_1_##B(layer, q + (size_t)m * layer->inputs, scale + m, zero + m, n, out + m * stride, stride);
    for (; n + 64 <= layer->outputs; n += 64) { HK_ROWS(4) }
    for (; n < layer->outputs; n += 16) { HK_ROWS(1) }
#undef HK_ROWS
}
#endif

// ---------------------------------------------------------------- choosing the instruction set

static atomic_int chosen = -1;

static int machine_level(void) {
#if HK_X86
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27)) || !(c & (1u << 28))) return HK_SSE2;
    unsigned low, high;  // does the system save the wide registers?
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    if ((low & 6) != 6 || !__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & (1u << 5))) return HK_SSE2;
    const unsigned f = 1u << 16, dq = 1u << 17, bw = 1u << 30, vl = 1u << 31, vnni = 1u << 11;
    if ((low & 0xe6) == 0xe6 && (b & f) && (b & dq) && (b & bw) && (b & vl) && (c & vnni)) return HK_AVX512;
    return HK_AVX2;
#else
    return HK_PORTABLE;
#endif
}

int hk_level(void) {
    int level = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (level >= 0) return level;
    level = machine_level();
    const char *wish = getenv("HEARSAY_KERNELS");
    if (wish) {
        int most = level;
        if (strcmp(wish, "portable") == 0) most = HK_PORTABLE;
        if (strcmp(wish, "sse2") == 0) most = HK_SSE2;
        if (strcmp(wish, "avx2") == 0) most = HK_AVX2;
        if (most < level) level = most;
    }
    atomic_store_explicit(&chosen, level, memory_order_relaxed);
    return level;
}

int hk_limit_level(int level) {
    const int most = machine_level();
    atomic_store_explicit(&chosen, level < most ? (level < 0 ? 0 : level) : most, memory_order_relaxed);
    return hk_level();
}

// One public function, one body, three instruction sets.
#if HK_X86
#define HK_DISPATCH(name, parameters, arguments)                              \
    static void name##_portable parameters { name##_body arguments; }         \
    T_AVX2 static void name##_avx2 parameters { name##_body arguments; }      \
    T_AVX512 static void name##_avx512 parameters { name##_body arguments; }  \
    void hk_##name parameters {                                               \
        switch (hk_level()) {                                                 \
        case HK_AVX512: name##_avx512 arguments; break;                       \
        case HK_AVX2: name##_avx2 arguments; break;                           \
        default: name##_portable arguments;                                   \
        }                                                                     \
    }
#else
#define HK_DISPATCH(name, parameters, arguments) \
    void hk_##name parameters { name##_body arguments; }
#endif

HK_DISPATCH(quantise,
            (const float *x, size_t stride, int rows, int columns, uint8_t *q, float *scale, int32_t *zero),
            (x, stride, rows, columns, q, scale, zero))
HK_DISPATCH(gelu, (float *x, size_t count), (x, count))
HK_DISPATCH(add_norm, (float *x, const float *y, int rows, int columns, const float *gain, const float *bias),
            (x, y, rows, columns, gain, bias))
HK_DISPATCH(add_scaled, (float *out, const float *x, float factor, size_t count), (out, x, factor, count))
HK_DISPATCH(add_row, (float *out, const int8_t *row, float scale, int columns), (out, row, scale, columns))
HK_DISPATCH(add_packed_row, (float *out, const uint8_t *row, float scale, int columns), (out, row, scale, columns))
HK_DISPATCH(attention, (const float *qkv, int n, int heads, float *out, float *scratch), (qkv, n, heads, out, scratch))
HK_DISPATCH(pair_scores,
            (const float *a, size_t a_stride, const float *b, size_t b_stride, int n, int columns, float *scores,
             int width, float *scratch),
            (a, a_stride, b, b_stride, n, columns, scores, width, scratch))
HK_DISPATCH(rows_dot, (const float *t, const float *h, const float *extra, int count, int columns, float *out),
            (t, h, extra, count, columns, out))

void hk_linear_apply(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero, int rows,
                     float *out, size_t stride) {
#if HK_X86
    switch (hk_level()) {
    case HK_AVX512: linear_avx512(layer, q, scale, zero, rows, out, stride); return;
    case HK_AVX2: linear_avx2(layer, q, scale, zero, rows, out, stride); return;
    case HK_SSE2: linear_sse2(layer, q, scale, zero, rows, out, stride); return;
    default: break;
    }
#endif
    linear_portable(layer, q, scale, zero, rows, out, stride);
}

// ---------------------------------------------------------------- checksum

// Every step is one-to-one in its lane, so a single changed word always changes the result.
uint64_t hk_checksum(const void *bytes, size_t length) {
    uint64_t lane[64];
    for (int i = 0; i < 64; i++) lane[i] = 0x9E3779B97F4A7C15ull * (uint64_t)(i + 1);
    const unsigned char *p = bytes;
    for (size_t at = 0; at + 512 <= length; at += 512)
        for (int i = 0; i < 64; i++) {
            uint64_t word = 0;
            for (int b = 7; b >= 0; b--) word = word << 8 | p[at + 8 * i + b];
            const uint64_t h = (lane[i] ^ word) * 0xD6E8FEB86659FD93ull;
            lane[i] = h << 29 | h >> 35;
        }
    uint64_t total = length;
    for (int i = 0; i < 64; i++) {
        total = (total ^ lane[i]) * 0xD6E8FEB86659FD93ull;
        total = total << 29 | total >> 35;
    }
    return total;
}
