// The system's libcurl, opened while the program runs.
//
// Nothing here needs libcurl's headers or its development package, and a program that uses this
// target starts on a machine without the library: opening it then fails with a sentence to show.
// Swift cannot call C functions with variable arguments, so each kind of option has its own setter.
//
// The numbers below are part of libcurl's stable binary interface. A test compares every option
// with what the loaded library itself says about that name.

#ifndef MODELGEN_CLIBCURL_H
#define MODELGEN_CLIBCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// The functions of one opened library.
typedef struct CLCLibrary CLCLibrary;
/// One transfer (`CURL *`).
typedef struct CLCEasy CLCEasy;
/// A set of transfers that run together (`CURLM *`).
typedef struct CLCMulti CLCMulti;
/// A list of header lines (`struct curl_slist *`).
typedef struct CLCHeaders CLCHeaders;

/// Receives bytes; a result other than `size * count` ends or pauses the transfer.
typedef size_t (*CLCReceive)(char *bytes, size_t size, size_t count, void *_Nullable context);
/// Moves to another place of the body that is sent.
typedef int (*CLCSeek)(void *_Nullable context, int64_t offset, int origin);
/// Called when the connection stands and before the first byte of the request leaves.
typedef int (*CLCBeforeRequest)(
  void *_Nullable context, char *_Nullable peer, char *_Nullable local, int peerPort,
  int localPort);

/// An address that a transfer is about to connect to (`struct curl_sockaddr`).
typedef struct CLCAddress CLCAddress;
/// Opens a socket for an address. `CLC_NO_SOCKET` refuses the address.
typedef int (*CLCOpenSocket)(void *_Nullable context, int purpose, CLCAddress *_Nullable address);

enum {
  CLC_OPT_WRITEDATA = 10001,
  CLC_OPT_URL = 10002,
  CLC_OPT_PROXY = 10004,
  CLC_OPT_ERRORBUFFER = 10010,
  CLC_OPT_WRITEFUNCTION = 20011,
  CLC_OPT_HTTPHEADER = 10023,
  CLC_OPT_HEADERDATA = 10029,
  CLC_OPT_SSLVERSION = 32,
  CLC_OPT_CUSTOMREQUEST = 10036,
  CLC_OPT_NOBODY = 44,
  CLC_OPT_POST = 47,
  CLC_OPT_NETRC = 51,
  CLC_OPT_FOLLOWLOCATION = 52,
  CLC_OPT_SSL_VERIFYPEER = 64,
  CLC_OPT_CAINFO = 10065,
  CLC_OPT_ACCEPT_ENCODING = 10102,
  CLC_OPT_FRESH_CONNECT = 74,
  CLC_OPT_FORBID_REUSE = 75,
  CLC_OPT_HEADERFUNCTION = 20079,
  CLC_OPT_HTTPGET = 80,
  CLC_OPT_SSL_VERIFYHOST = 81,
  CLC_OPT_HTTP_VERSION = 84,
  CLC_OPT_BUFFERSIZE = 98,
  CLC_OPT_NOSIGNAL = 99,
  CLC_OPT_POSTFIELDSIZE_LARGE = 30120,
  CLC_OPT_TIMEOUT_MS = 155,
  CLC_OPT_CONNECTTIMEOUT_MS = 156,
  CLC_OPT_HTTP_CONTENT_DECODING = 158,
  CLC_OPT_READDATA = 10009,
  CLC_OPT_READFUNCTION = 20012,
  CLC_OPT_SEEKFUNCTION = 20167,
  CLC_OPT_SEEKDATA = 10168,
  CLC_OPT_OPENSOCKETFUNCTION = 20163,
  CLC_OPT_OPENSOCKETDATA = 10164,
  CLC_OPT_COPYPOSTFIELDS = 10165,
  CLC_OPT_PROTOCOLS = 181,
  CLC_OPT_HEADEROPT = 229,
  CLC_OPT_PATH_AS_IS = 234,
  CLC_OPT_SUPPRESS_CONNECT_HEADERS = 265,
  CLC_OPT_HTTP09_ALLOWED = 285,
  CLC_OPT_PREREQFUNCTION = 20312,
  CLC_OPT_PREREQDATA = 10313,
  CLC_OPT_PROTOCOLS_STR = 10318,
  CLC_OPT_QUICK_EXIT = 322,
};

/// Values of options.
enum {
  CLC_PROTOCOLS_HTTP_AND_HTTPS = 3,
  CLC_HTTP_VERSION_1_1 = 2,
  CLC_TLS_1_2_OR_LATER = 6,
  CLC_HEADERS_NOT_FOR_PROXY = 1,
  CLC_ERROR_BUFFER_SIZE = 256,
  CLC_RECEIVE_PAUSE = 0x10000001,
  CLC_BEFORE_REQUEST_GO = 0,
  CLC_BEFORE_REQUEST_ABORT = 1,
  CLC_MULTI_OPT_MAXCONNECTS = 6,
  CLC_NO_SOCKET = -1,
  CLC_SEEK_DONE = 0,
  CLC_SEEK_FAILED = 1,
};

/// Information about a transfer.
enum {
  CLC_INFO_ACTIVESOCKET = 0x500000 + 44,
  CLC_INFO_REQUEST_SIZE = 0x200000 + 12,
  CLC_INFO_HTTP_CONNECTCODE = 0x200000 + 22,
};

/// The result of a transfer (`CURLcode`).
enum {
  CLC_OK = 0,
  CLC_UNSUPPORTED_PROTOCOL = 1,
  CLC_URL_MALFORMAT = 3,
  CLC_COULDNT_RESOLVE_PROXY = 5,
  CLC_COULDNT_RESOLVE_HOST = 6,
  CLC_COULDNT_CONNECT = 7,
  CLC_WEIRD_SERVER_REPLY = 8,
  CLC_PARTIAL_FILE = 18,
  CLC_OPERATION_TIMEDOUT = 28,
  CLC_SSL_CONNECT_ERROR = 35,
  CLC_ABORTED_BY_CALLBACK = 42,
  CLC_GOT_NOTHING = 52,
  CLC_SEND_ERROR = 55,
  CLC_RECV_ERROR = 56,
  CLC_SSL_CERTPROBLEM = 58,
  CLC_SSL_CIPHER = 59,
  CLC_PEER_FAILED_VERIFICATION = 60,
  CLC_BAD_CONTENT_ENCODING = 61,
  CLC_FILESIZE_EXCEEDED = 63,
  CLC_SSL_CACERT_BADFILE = 77,
  CLC_SSL_ISSUER_ERROR = 83,
  CLC_SSL_PINNEDPUBKEYNOTMATCH = 90,
  CLC_SSL_INVALIDCERTSTATUS = 91,
  CLC_PROXY = 97,
  CLC_SSL_CLIENTCERT = 98,
  CLC_TOO_LARGE = 100,
};

/// Features of the library (`CURL_VERSION_…`).
enum {
  CLC_FEATURE_ZLIB = 1 << 3,
  CLC_FEATURE_BROTLI = 1 << 23,
  CLC_FEATURE_ZSTD = 1 << 26,
};

/// Opens `file` and finds every function in it. NULL when that fails; `problem` then holds a
/// sentence that says what is missing. A library, once open, stays for the life of the process.
CLCLibrary *_Nullable clc_open(const char *file, char *problem, size_t capacity);
/// Has OpenSSL register its cleanup with `atexit`, where the library uses OpenSSL, so that a handler
/// that is registered afterwards runs before it.
void clc_prepare_tls(const CLCLibrary *library);
/// Initialises the library. False when that fails.
bool clc_initialize(const CLCLibrary *library);

/// The number of the option with this name, -1 when the library can't say or has none.
long clc_option_number(const CLCLibrary *library, const char *name);
/// The library's `CLC_FEATURE_` bits.
int clc_features(const CLCLibrary *library);
/// Text for a `CURLcode`.
const char *clc_text(const CLCLibrary *library, int code);

CLCEasy *_Nullable clc_easy_new(const CLCLibrary *library);
void clc_easy_free(const CLCLibrary *library, CLCEasy *easy);
int clc_set_number(const CLCLibrary *library, CLCEasy *easy, long option, long value);
int clc_set_offset(const CLCLibrary *library, CLCEasy *easy, long option, int64_t value);
/// `value` is copied where libcurl copies it (texts, COPYPOSTFIELDS), else it must outlive `easy`.
int clc_set_pointer(
  const CLCLibrary *library, CLCEasy *easy, long option, const void *_Nullable value);
int clc_set_receive(const CLCLibrary *library, CLCEasy *easy, long option, CLCReceive function);
int clc_set_before_request(const CLCLibrary *library, CLCEasy *easy, CLCBeforeRequest function);
int clc_set_open_socket(const CLCLibrary *library, CLCEasy *easy, CLCOpenSocket function);
/// Copies the IP address, at most 16 bytes, and says how many they are: 0 for what is none.
size_t clc_address_bytes(const CLCAddress *address, uint8_t *bytes);
/// Opens a socket as libcurl itself would, but hidden from child processes from the first moment. A
/// child with a copy would hold a connection open that this process has closed.
int clc_open_socket(const CLCAddress *address);
/// Has the transfer ask for its body, piece by piece; `function` starts anew at an offset.
int clc_set_seek(const CLCLibrary *library, CLCEasy *easy, CLCSeek function);
/// Bytes that were handed to the system and that the peer hasn't confirmed; 0 when that can't be told.
size_t clc_unconfirmed_bytes(const CLCLibrary *library, CLCEasy *easy);
/// 0 when the library can't answer.
long clc_get_number(const CLCLibrary *library, CLCEasy *easy, long info);
/// Lets a paused transfer go on. Only from the thread that runs the transfers.
int clc_unpause(const CLCLibrary *library, CLCEasy *easy);

/// The list with one more line, NULL when memory ran out (the old list then stays valid).
CLCHeaders *_Nullable clc_headers_append(
  const CLCLibrary *library, CLCHeaders *_Nullable list, const char *line);
void clc_headers_free(const CLCLibrary *library, CLCHeaders *_Nullable list);

CLCMulti *_Nullable clc_multi_new(const CLCLibrary *library);
void clc_multi_free(const CLCLibrary *library, CLCMulti *multi);
int clc_multi_set_number(const CLCLibrary *library, CLCMulti *multi, long option, long value);
int clc_multi_add(const CLCLibrary *library, CLCMulti *multi, CLCEasy *easy);
int clc_multi_remove(const CLCLibrary *library, CLCMulti *multi, CLCEasy *easy);
int clc_multi_perform(const CLCLibrary *library, CLCMulti *multi);
/// Waits for traffic, for one of libcurl's own timers, for `clc_multi_wakeup`, or for `milliseconds`.
int clc_multi_poll(const CLCLibrary *library, CLCMulti *multi, int milliseconds);
/// Ends the wait. The one call that is allowed from any thread.
int clc_multi_wakeup(const CLCLibrary *library, CLCMulti *multi);
/// The next transfer that ended, NULL when there is none.
CLCEasy *_Nullable clc_multi_next_finished(
  const CLCLibrary *library, CLCMulti *multi, int *code);

#pragma clang assume_nonnull end

#endif
