// No shim: the functions behind zlib's macros (deflateInit2_, inflateInit2_) are imported as they are.
#include <zlib.h>
