# The reader of XML against libxml2.
# SPDX-License-Identifier: MPL-2.0

ALIKE := $(B)/host/tests/stored/alike
$(ALIKE): $(ALIKE).o $(B)/host/plain.a
	@echo '  link $@'
	@$(CC) $^ -o $@ -lxml2 -lm

check-random: $(ALIKE)
