// libFuzzer, used as a library: no header of the toolchain declares this.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*try_out)(const uint8_t *data, size_t size));
