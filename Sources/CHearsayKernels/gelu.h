// erf(x / sqrt 2) / x as a polynomial in x^2, highest power first, fitted by least squares on
// |x| <= HK_GELU_LIMIT; beyond it erf is taken as it is there.
#ifndef HEARSAY_GELU_H
#define HEARSAY_GELU_H
#define HK_GELU_LIMIT 4.25f
#define HK_GELU_TERMS 11
static const float HK_GELU[HK_GELU_TERMS] = {
    1.771914592e-13f,
    -2.161527034e-11f,
    1.202081434e-09f,
    -4.071884163e-08f,
    9.501235922e-07f,
    -1.641283598e-05f,
    2.199143346e-04f,
    -2.343364293e-03f,
    1.989422180e-02f,
    -1.329355836e-01f,
    7.978709936e-01f,
};
#endif
