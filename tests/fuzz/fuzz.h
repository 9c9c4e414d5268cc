/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

/* Larger inputs find nothing more and slow the fuzzer down. */
#define FUZZ_MAX_SIZE (1024 * 1024)

int LLVMFuzzerTestOneInput (const unsigned char *data,
                            size_t               size);
