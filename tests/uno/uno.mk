# The calls into the office, tried without one: types that the test invents, the office's own runtime
# library, and every allocation failing once.
# SPDX-License-Identifier: MPL-2.0

UNO_TEST := $(wildcard tests/uno/*.c) $(addprefix addin/uno/,call.c access.c value.c object.c)
UNO_WRAP := $(addprefix -Xlinker --wrap=,malloc calloc realloc rtl_string2UString uno_sequence_construct)

$(B)/check/uno/%.o: %.c
	@mkdir -p $(@D)
	@echo '  cc   $< (check)'
	@$(CC) -std=c17 $(WARN) -O1 -g $(SANE) $(UNO) $(INCLUDE) -Itests/uno -MMD -MP -c $< -o $@

$(B)/check/uno/calls: $(UNO_TEST:%.c=$(B)/check/uno/%.o)
	@echo '  link $@'
	@$(CC) $(SANE) $(UNO_WRAP) $^ -o $@ $(LIBS) -Wl,-rpath,$(OFFICE)/program -lcmocka

.PHONY: check-uno
check-uno: $(B)/check/uno/calls
	@$<

check-unit: check-uno
