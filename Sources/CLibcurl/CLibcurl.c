#define _GNU_SOURCE
#include "CLibcurl.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

enum { GLOBAL_DEFAULT = 3, MESSAGE_DONE = 1 };

struct Message {
  int kind;
  CLCEasy *easy;
  union {
    void *whatever;
    int code;
  } data;
};

struct CLCAddress {
  int family;
  int kind;
  int protocol;
  unsigned int length;
  // The beginning of an address of any family.
  struct sockaddr address;
};

struct OptionFacts {
  const char *name;
  int number;
};

// The first members of what the library says about itself; they have been there in every version.
struct VersionFacts {
  int age;
  const char *version;
  unsigned int number;
  const char *host;
  int features;
};

struct CLCLibrary {
  void *opened;
  int (*global_init)(long);
  const struct VersionFacts *(*version_info)(int);
  const char *(*easy_strerror)(int);
  CLCEasy *(*easy_init)(void);
  void (*easy_cleanup)(CLCEasy *);
  int (*easy_setopt)(CLCEasy *, int, ...);
  int (*easy_getinfo)(CLCEasy *, int, ...);
  int (*easy_pause)(CLCEasy *, int);
  CLCHeaders *(*slist_append)(CLCHeaders *, const char *);
  void (*slist_free_all)(CLCHeaders *);
  CLCMulti *(*multi_init)(void);
  int (*multi_cleanup)(CLCMulti *);
  int (*multi_setopt)(CLCMulti *, int, ...);
  int (*multi_add_handle)(CLCMulti *, CLCEasy *);
  int (*multi_remove_handle)(CLCMulti *, CLCEasy *);
  int (*multi_perform)(CLCMulti *, int *);
  int (*multi_poll)(CLCMulti *, void *, unsigned int, int, int *);
  int (*multi_wakeup)(CLCMulti *);
  struct Message *(*multi_info_read)(CLCMulti *, int *);
  // Since 7.73; only used to check the numbers in the header.
  const struct OptionFacts *(*easy_option_by_name)(const char *);
};

static bool find(
  void *opened, const char *file, const char *name, void **function, char *problem,
  size_t capacity) {
  *function = dlsym(opened, name);
  if (*function != NULL) return true;
  snprintf(
    problem, capacity, "%s is too old or no libcurl: it has no %s; libcurl 7.68 or later is needed",
    file, name);
  return false;
}

#define FIND(member) \
  find(opened, file, "curl_" #member, (void **)&library->member, problem, capacity)

CLCLibrary *clc_open(const char *file, char *problem, size_t capacity) {
  void *opened = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (opened == NULL) {
    const char *reason = dlerror();
    snprintf(problem, capacity, "%s", reason == NULL ? "it can't be opened" : reason);
    return NULL;
  }
  CLCLibrary *library = calloc(1, sizeof *library);
  if (library == NULL) {
    snprintf(problem, capacity, "out of memory");
    dlclose(opened);
    return NULL;
  }
  bool complete =
    FIND(global_init) && FIND(version_info) && FIND(easy_strerror) && FIND(easy_init) && FIND(easy_cleanup)
    && FIND(easy_setopt) && FIND(easy_getinfo) && FIND(easy_pause) && FIND(slist_append)
    && FIND(slist_free_all) && FIND(multi_init) && FIND(multi_cleanup) && FIND(multi_setopt)
    && FIND(multi_add_handle) && FIND(multi_remove_handle) && FIND(multi_perform)
    && FIND(multi_poll) && FIND(multi_wakeup) && FIND(multi_info_read);
  if (!complete) {
    free(library);
    dlclose(opened);
    return NULL;
  }
  library->opened = opened;
  *(void **)&library->easy_option_by_name = dlsym(opened, "curl_easy_option_by_name");
  return library;
}

void clc_prepare_tls(const CLCLibrary *library) {
  int (*initialize)(uint64_t, const void *) = NULL;
  // Looks into the libraries that libcurl was linked with, too.
  *(void **)&initialize = dlsym(library->opened, "OPENSSL_init_crypto");
  if (initialize != NULL) initialize(0, NULL);
}

bool clc_initialize(const CLCLibrary *library) {
  return library->global_init(GLOBAL_DEFAULT) == 0;
}

long clc_option_number(const CLCLibrary *library, const char *name) {
  if (library->easy_option_by_name == NULL) return -1;
  // The public structure is {name, id, type, flags}: the two members used here come first.
  const struct OptionFacts *facts = library->easy_option_by_name(name);
  return facts == NULL ? -1 : facts->number;
}

int clc_features(const CLCLibrary *library) {
  const struct VersionFacts *facts = library->version_info(0);
  return facts == NULL ? 0 : facts->features;
}

const char *clc_text(const CLCLibrary *library, int code) { return library->easy_strerror(code); }

CLCEasy *clc_easy_new(const CLCLibrary *library) { return library->easy_init(); }

void clc_easy_free(const CLCLibrary *library, CLCEasy *easy) { library->easy_cleanup(easy); }

int clc_set_number(const CLCLibrary *library, CLCEasy *easy, long option, long value) {
  return library->easy_setopt(easy, (int)option, value);
}

int clc_set_offset(const CLCLibrary *library, CLCEasy *easy, long option, int64_t value) {
  return library->easy_setopt(easy, (int)option, value);
}

int clc_set_pointer(
  const CLCLibrary *library, CLCEasy *easy, long option, const void *value) {
  return library->easy_setopt(easy, (int)option, value);
}

int clc_set_receive(const CLCLibrary *library, CLCEasy *easy, long option, CLCReceive function) {
  return library->easy_setopt(easy, (int)option, function);
}

int clc_set_before_request(
  const CLCLibrary *library, CLCEasy *easy, CLCBeforeRequest function) {
  return library->easy_setopt(easy, CLC_OPT_PREREQFUNCTION, function);
}

int clc_set_seek(const CLCLibrary *library, CLCEasy *easy, CLCSeek function) {
  return library->easy_setopt(easy, CLC_OPT_SEEKFUNCTION, function);
}

size_t clc_unconfirmed_bytes(const CLCLibrary *library, CLCEasy *easy) {
  int socket = CLC_NO_SOCKET;
  int count = 0;
  if (library->easy_getinfo(easy, CLC_INFO_ACTIVESOCKET, &socket) != CLC_OK) return 0;
  if (socket == CLC_NO_SOCKET || ioctl(socket, TIOCOUTQ, &count) != 0 || count < 0) return 0;
  return (size_t)count;
}

int clc_set_open_socket(const CLCLibrary *library, CLCEasy *easy, CLCOpenSocket function) {
  return library->easy_setopt(easy, CLC_OPT_OPENSOCKETFUNCTION, function);
}

size_t clc_address_bytes(const CLCAddress *address, uint8_t *bytes) {
  const void *whole = &address->address;
  if (address->family == AF_INET && address->length >= sizeof(struct sockaddr_in)) {
    memcpy(bytes, &((const struct sockaddr_in *)whole)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6 && address->length >= sizeof(struct sockaddr_in6)) {
    memcpy(bytes, &((const struct sockaddr_in6 *)whole)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

int clc_open_socket(const CLCAddress *address) {
  return socket(address->family, address->kind | SOCK_CLOEXEC, address->protocol);
}

long clc_get_number(const CLCLibrary *library, CLCEasy *easy, long info) {
  long value = 0;
  return library->easy_getinfo(easy, (int)info, &value) == CLC_OK ? value : 0;
}

int clc_unpause(const CLCLibrary *library, CLCEasy *easy) { return library->easy_pause(easy, 0); }

CLCHeaders *clc_headers_append(
  const CLCLibrary *library, CLCHeaders *list, const char *line) {
  return library->slist_append(list, line);
}

void clc_headers_free(const CLCLibrary *library, CLCHeaders *list) {
  library->slist_free_all(list);
}

CLCMulti *clc_multi_new(const CLCLibrary *library) { return library->multi_init(); }

void clc_multi_free(const CLCLibrary *library, CLCMulti *multi) { library->multi_cleanup(multi); }

int clc_multi_set_number(const CLCLibrary *library, CLCMulti *multi, long option, long value) {
  return library->multi_setopt(multi, (int)option, value);
}

int clc_multi_add(const CLCLibrary *library, CLCMulti *multi, CLCEasy *easy) {
  return library->multi_add_handle(multi, easy);
}

int clc_multi_remove(const CLCLibrary *library, CLCMulti *multi, CLCEasy *easy) {
  return library->multi_remove_handle(multi, easy);
}

int clc_multi_perform(const CLCLibrary *library, CLCMulti *multi) {
  int running = 0;
  return library->multi_perform(multi, &running);
}

int clc_multi_poll(const CLCLibrary *library, CLCMulti *multi, int milliseconds) {
  int ready = 0;
  return library->multi_poll(multi, NULL, 0, milliseconds, &ready);
}

int clc_multi_wakeup(const CLCLibrary *library, CLCMulti *multi) {
  return library->multi_wakeup(multi);
}

CLCEasy *clc_multi_next_finished(const CLCLibrary *library, CLCMulti *multi, int *code) {
  int left = 0;
  struct Message *message;
  while ((message = library->multi_info_read(multi, &left)) != NULL) {
    if (message->kind == MESSAGE_DONE) {
      *code = message->data.code;
      return message->easy;
    }
  }
  return NULL;
}
