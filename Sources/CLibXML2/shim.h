// Debian's libxml2 is built with ICU and its headers name ICU's types; Foundation brings an ICU of its own, of another
// version, and the two cannot be seen in one module. Nothing here calls the ICU part, so its headers stay out. The
// structure that would differ, xmlCharEncodingHandler, is never laid out by this code.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
