// Arithmetic of the language model.
//
// Weights are 7-bit integers (-63...63) with one scale an output, activations 8-bit with
// one scale and zero point a row. Integer sums are exact, so the instruction set cannot
// change them; everything else is float32 in a fixed order with no fused multiply-add and
// no library function. The same input gives the same bytes on every machine.
#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Instruction sets, slowest first.
enum { HK_PORTABLE = 0, HK_SSE2 = 1, HK_AVX2 = 2, HK_AVX512 = 3 };

// The best set that this machine has; HEARSAY_KERNELS=portable|sse2|avx2 lowers it.
int hk_level(void);
// For tests: use at most this set from now on. Returns the set in use.
int hk_limit_level(int level);

// A linear layer: out[m][n] = sum_k in[m][k] * weight[n][k] * scale[n] + bias[n].
typedef struct {
    const int8_t *weights;  // [outputs/16][inputs/4][16][4], 64-byte aligned
    const float *scales;    // [outputs]
    const float *biases;    // [outputs]
    const int32_t *sums;    // [outputs]: sum of the integer weights of an output
    int32_t inputs;         // multiple of 64
    int32_t outputs;        // multiple of 16
} hk_linear;

// Rows of float to rows of 8-bit integers: x = scale * (q - zero).
void hk_quantise(const float *x, size_t stride, int rows, int columns,
                 uint8_t *q, float *scale, int32_t *zero);

// out (rows with the given stride) from quantised rows, which lie `inputs` bytes apart.
void hk_linear_apply(const hk_linear *layer, const uint8_t *q, const float *scale, const int32_t *zero,
                     int rows, float *out, size_t stride);

// x = x * Phi(x), in place; count is a multiple of 16.
void hk_gelu(float *x, size_t count);

// x = LayerNorm(x + y) by rows of `columns`, in place. y may be NULL.
void hk_add_norm(float *x, const float *y, int rows, int columns, const float *gain, const float *bias);

// out += factor * x; count is a multiple of 16.
void hk_add_scaled(float *out, const float *x, float factor, size_t count);

// out[c] (+)= scale * row[c]: one row of an 8-bit table; columns is a multiple of 16.
void hk_add_row(float *out, const int8_t *row, float scale, int columns);

// The same for a row of 6-bit values (offset 32) of columns/4*3 bytes: byte i of each third holds a part of the
// 24 bits that columns i, i + columns/4, i + columns/2 and i + columns/4*3 share.
void hk_add_packed_row(float *out, const uint8_t *row, float scale, int columns);

// Attention inside one sentence of n pieces. qkv has rows of 3 * heads * 32 floats, out rows of
// heads * 32. scratch holds 33 * (n rounded up to 16) floats.
void hk_attention(const float *qkv, int n, int heads, float *out, float *scratch);

// scores[i * width + j] = a[i] . b[j] for rows of `columns` floats that lie `stride` apart;
// width is n rounded up to 16. scratch holds columns * width floats.
void hk_pair_scores(const float *a, size_t a_stride, const float *b, size_t b_stride, int n, int columns,
                    float *scores, int width, float *scratch);

// out[r] = t[r * columns ...] . h + extra[r] for r < count; columns is a multiple of 16.
void hk_rows_dot(const float *t, const float *h, const float *extra, int count, int columns, float *out);

// Checksum of the model file: 64 lanes of 64-bit words; length is a multiple of 512.
uint64_t hk_checksum(const void *bytes, size_t length);

#ifdef __cplusplus
}
#endif
#endif
