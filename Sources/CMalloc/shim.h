#pragma once
// glibc's own header, which Swift's module of glibc leaves out.
#include <malloc.h>
