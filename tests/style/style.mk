# What a tool can hold of the house's style, and the other compiler, which must understand everything
# as well, with the same warnings; from its objects style reads what each file calls.
# SPDX-License-Identifier: MPL-2.0

.PHONY: style check-clang docs
style: check-clang $(B)/host/tools/write-checks
	@tests/style/check $(B)/clang $(INCLUDE) $(UNO) -Itests/lib -Itests/rules -Itests/calc -Itools

check-clang: $(ADDIN:%.c=$(B)/clang/%.o)
	@echo "clang accepts $(words $^) files"

docs: $(B)/host/tools/write-checks
	@tools/write-docs $<
