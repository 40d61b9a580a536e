// No shim: all of libfcgi that is used is imported as it is.
#include <fcgiapp.h>
