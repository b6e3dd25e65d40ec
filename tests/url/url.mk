# Paths and URLs, with the office's own runtime library; part of check-unit.
# SPDX-License-Identifier: MPL-2.0

$(B)/check/url: tests/url/url.c addin/uno/url.c addin/uno/value.c addin/uno/url.h
	@mkdir -p $(@D)
	@echo '  link $@'
	@$(CC) -std=c17 $(WARN) -O1 -g $(SANE) $(UNO) $(INCLUDE) $(filter %.c,$^) -o $@ $(LIBS) \
	    -Wl,-rpath,$(OFFICE)/program -lcmocka

.PHONY: check-url
check-url: $(B)/check/url
	@$<

check-unit: check-url
