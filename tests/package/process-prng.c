/* A test aid, never shipped: wine 8 has no bcryptprimitives.dll, and Rust's library takes its random numbers from this
   one function of it. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return RtlGenRandom(data, (ULONG)length);
}
