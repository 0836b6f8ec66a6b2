// zlib names nothing that Foundation's own copy of it brings too: its headers are seen here as they are.
#include <zlib.h>
