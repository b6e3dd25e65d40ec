# SPDX-License-Identifier: MPL-2.0
"""Writes the invented budgets of budgets/: sound budgets of every year and kind of society, each sum worked
out here in whole numbers, by no code of the add-in. The same budgets each time. Budgets that were
published are kept by hand beside them (published-*.tsv).      usage: python3 tests/forms/make_budgets.py"""
import os
import random
from fractions import Fraction
from math import ceil, floor

HERE = os.path.dirname(os.path.abspath(__file__))
YEARS = range(2015, 2029)
# ‰ of the payroll, all societies (表10 of the 決算見込); after FY2024 as invented
BENEFITS = [43.71, 43.39, 43.29, 43.15, 43.62, 41.63, 44.96, 46.38, 47.71, 46.58, 47.0, 47.2, 47.5, 47.8]
LEVIES = [37.77, 37.09, 38.93, 37.30, 37.18, 38.64, 39.47, 35.91, 37.62, 38.34, 37.9, 37.7, 37.5, 37.6]
# 円 a month: general and care, single and multi-employer. Notified: FY2015, FY2019, FY2020; the others invented
PRICES = {2015: (11, 16, 2, 3), 2026: (14, 20, 3, 4), 2027: (14, 20, 3, 4), 2028: (14, 20, 3, 4)}
# 円 a receipt: doctors, plain ones (from FY2023), pharmacies. Published: FY2021 to FY2025; the others invented
FEES = {2021: (71.6, 0, 35.8), 2022: (71.6, 0, 35.8), 2023: (71.6, 41.6, 34.0), 2024: (69.8, 39.6, 32.6),
        2025: (56.2, 34.7, 28.5)}
CHILDCARE = {2026: Fraction("2.3"), 2027: Fraction("3.1"), 2028: Fraction(4)}  # ‰; FY2027 and FY2028 invented
# of the statutory benefits
SPLIT = [("療養給付費", 455), ("家族療養費", 340), ("食事療養費", 8), ("療養費", 17), ("訪問看護療養費", 4),
         ("高額療養費", 96), ("移送費", 0), ("傷病手当金", 39), ("埋葬料", 1), ("出産育児一時金", 24)]
HEALTH = [("特定健診事業費", 18), ("特定保健指導事業費", 7), ("保健指導宣伝費", 12), ("疾病予防費", 52),
          ("体育奨励費", 4), ("借上保養所費", 3), ("契約保養所費", 3)]
KINDS = {"単一": 0, "連合": 0, "総合": 1}


def half_up(number):
    return floor(number + Fraction(1, 2))


class Society:
    """One budget: what is typed (given) and what must come out (expected)."""

    def __init__(self, year, name, **of):
        self.year, self.name, self.of = year, name, of
        self.random = random.Random("%d %s" % (year, name))
        self.given, self.expected = {}, {}
        self.people()
        self.payroll()
        self.levies()
        self.spending()
        self.reserve()
        self.income()
        self.balance()
        self.care()
        self.childcare()
        self.papers()

    def near(self, value, percent=4):
        """About so much, the year before for example."""
        return floor(value * (100 + self.random.uniform(-percent, percent)) / 100)

    def put(self, **values):
        self.given.update(values)

    def both(self, name, value, before=None):
        """An amount of the year and of the year before."""
        self.given[name] = value
        self.given[name + "_前年度"] = self.before(value) if before is None or self.of.get("new") else before

    def before(self, value):
        return 0 if self.of.get("new") else value if value < 100 else floor(value / self.growth)

    # ------------------------------------------------------------------ 表紙, 基礎数値

    def people(self):
        of, heads = self.of, self.of.get("heads", 5000)
        self.growth = of.get("growth", 1 + self.random.uniform(0.005, 0.035))
        self.kind = of.get("kind", "単一")
        table = [heads + floor(heads * month * of.get("drift", 0.001)) for month in range(12)]
        self.heads = half_up(Fraction(sum(table), 12))
        self.dependants = floor(self.heads * of.get("dependants", 0.65))
        old = of.get("care_share", 0.44)
        self.second = (floor(self.heads * old), floor(self.dependants * 0.3) if old else 0)
        away = of.get("on_leave", 0)
        self.put(組合名称="見本%s健康保険組合" % self.name, 組合記号="01-%05d" % (self.year * 7 % 90000), 組合区分=self.kind,
                 業態=of.get("trade", "製造業"), 年度=self.year, 中期表示=of.get("medium", 0))
        self.put(月末_被保険者数=table, 月末_人数=[count - away for count in table])
        if not of.get("new"):
            self.put(被保険者数_前年度=floor(self.heads / of.get("heads_growth", 1.004)))
        for name, share in (("被保険者数_男", 0.64), ("任意継続被保険者数", 0.02), ("前期高齢者数", of.get("early", 0.02))):
            self.both(name, floor(self.heads * share), self.before_count(floor(self.heads * share)))
        self.both("保険料免除者数", away, self.before_count(away))
        self.both("特例退職被保険者数", 0, 0)
        self.both("被扶養者数", self.dependants, self.before_count(self.dependants))
        self.both("第2号_本人", self.second[0], self.before_count(self.second[0]))
        self.both("第2号_被扶養者", self.second[1], self.before_count(self.second[1]))
        self.tables = table, away

    def before_count(self, count):
        return 0 if self.of.get("new") else floor(count / self.of.get("heads_growth", 1.004))

    def payroll(self):
        table, away = self.tables
        step = self.year - 2015
        pay = self.of.get("pay", 365000 + 3734 * step)
        bonus = self.of.get("bonus", 1050000 + 18500 * step)
        sums = [(count - away) * (pay + 40 * month) for month, count in enumerate(table)]
        self.pay = half_up(Fraction(sum(sums), sum(table) - 12 * away))
        self.months = self.of.get("months", 12)
        self.total_pay = Fraction(self.pay * self.heads * self.months + bonus * self.heads, 1000)
        self.put(月末_標準報酬総計=sums, 一人当たり標準賞与額=bonus, 月数=self.months)
        if not self.of.get("new"):
            self.put(平均標準報酬月額_前年度=self.pay - 2400, 一人当たり標準賞与額_前年度=bonus - 9000)
        rate, adjusted = Fraction(str(self.of.get("rate", 92))), Fraction(str(self.of.get("adjusted", 1.3)))
        self.rate, self.adjusted = rate - adjusted, adjusted
        worker = Fraction(str(self.of.get("worker", float(rate / 2))))
        self.put(一般保険料率=self.rate, 調整保険料率=adjusted, 事業主負担率=rate - worker, 被保険者負担率=worker)
        if not self.of.get("new"):
            old = Fraction(str(self.of.get("old_rate", float(rate)))) - adjusted
            self.put(一般保険料率_前年度=old, 調整保険料率_前年度=adjusted,
                     事業主負担率_前年度=old + adjusted - worker, 被保険者負担率_前年度=worker)

    # ------------------------------------------------------------------------ 納付金等

    def levies(self):
        of, index = self.of, self.year - 2015
        total = self.total_pay * 1000 * Fraction(str(LEVIES[index])) / 1000 * Fraction(str(of.get("levy_part", 1)))
        self.booked, self.refunds = {}, 0
        self.levy("前期高齢者納付金", total * Fraction(of.get("early_part", 42), 100), 3.5)
        self.levy("後期高齢者支援金", total * Fraction(58, 100), 3.9)
        self.levy("日雇拠出金", 20000)
        retired = {2015: 3, 2016: 3, 2017: 2, 2018: 1}.get(self.year, 0)
        self.levy("退職者給付拠出金", of.get("retired", 0) or total * retired / 1000)
        nominal = 1000 if of.get("nominal") else 0
        self.levy("病床転換支援金", nominal if self.year > 2015 else 0)
        self.levy("流行初期医療確保拠出金", nominal if self.year >= 2024 else 0)
        self.levy("出産育児関係事務費拠出金", nominal if self.year >= 2024 else 0)
        self.levy("老人保健拠出金", 5000 if self.year < 2018 else 0)
        self.levy_sum = sum(self.booked.values())
        self.grant = of.get("grant", 0)
        self.both("前期高齢者交付金", self.grant)
        self.net_levies = self.levy_sum - self.grant
        special = half_up(self.net_levies / self.total_pay * 100000)
        self.put(特定保険料率=Fraction(special, 100))

    def levy(self, name, amount, price=0):
        """The estimate of the year, settled by the year before last; contributions to the administration."""
        if name == "前期高齢者納付金" and self.of.get("grant"):
            amount = 0
        if name in self.of.get("negative", ()):
            now, old, settled = floor(amount / 4), floor(amount * Fraction(6, 5)), floor(amount * Fraction(9, 10))
        elif amount < 10 ** 6:
            now, old, settled = floor(amount), 0, 0
        else:
            now, old = floor(amount), self.near(amount, 3)
            settled = self.near(old, 3)
        office = floor(self.heads * price)
        self.put(**{name + "_概算": now, name + "_前々概算": old, name + "_前々確定": settled, name + "_事務費": office})
        estimate = now + settled - old
        booked = ceil(Fraction(max(estimate, 0) + office, 1000))
        refund = floor(Fraction(max(-estimate, 0), 1000))
        if name == "介護納付金":
            return booked
        self.booked[name] = booked
        self.refunds += refund
        self.given["計上_%s_前年度" % name] = self.before(booked)
        return booked

    # ---------------------------------------------------------------------------- 支出

    def spending(self):
        of, heads = self.of, self.heads
        statutory = self.total_pay * Fraction(str(BENEFITS[self.year - 2015])) / 1000 * Fraction(str(of.get("benefit_part", 1)))
        benefits = {name: max(floor(statutory * share / 1000), 50) for name, share in SPLIT}
        benefits["出産手当金"] = floor(statutory * 16 / 1000)
        benefits["付加給付費"] = floor(statutory * Fraction(str(of.get("extra", 0.02))))
        benefits["災害減免"] = 1 if self.year == 2015 else 0
        self.spent = {}
        for name, amount in benefits.items():
            self.spend(name, amount, amount if name == "付加給付費" else None)
        self.benefits = sum(benefits.values()) + self.reviews()
        self.spend("事務所費", floor(heads * 7) + 18000)
        self.spend("組合会費", 900 + heads // 100)
        for name, share in HEALTH:
            self.spend(name, floor(heads * Fraction(str(of.get("health", 0.27))) * share))
        self.put(保養所_借上=self.given["一般_借上保養所費"], 保養所_契約=self.given["一般_契約保養所費"],
                 データヘルス_策定費=self.given["一般_保健指導宣伝費"] // 20)
        self.spend("その他保健事業費", 500, 500)
        self.spend("保険料還付金", 1, 1)
        self.spend("営繕費支出", of.get("repairs", 1000))
        self.spend("連合会費支出", floor(heads * 0.6) + 300)
        self.spend("雑支出額", 1000, 1000)
        hospital = of.get("hospital", 0)
        self.spend("病院診療所費", hospital)
        self.benefit_base = self.benefits + hospital - floor(hospital * 0.6)
        for name, amount in of.get("also_spent", {}).items():
            self.spend(name, amount)

    def spend(self, name, amount, before=None):
        self.spent[name] = amount
        self.both("一般_" + name, amount, before)

    def reviews(self):
        members = self.heads + self.dependants
        doctors, plain, drugs = FEES.get(self.year, (80, 0, 40) if self.year < 2023 else (55.9, 34.5, 28.4))
        counts = floor(members * (7.4 if plain else 10.5)), floor(members * 3.1) if plain else 0, floor(members * 5.6)
        prices = [Fraction(str(price)) for price in (doctors, plain, drugs)]
        self.put(審査_一般件数=counts[0], 審査_明らか件数=counts[1], 審査_調剤件数=counts[2])
        if not self.of.get("new"):
            former = (counts[0] + counts[1], 0, counts[2]) if self.year == 2023 else counts  # plain ones begin in FY2023
            for name, count in zip(("一般", "明らか", "調剤"), former):
                self.given["審査_%s件数_前年度" % name] = floor(count / Fraction(101, 100))
        if self.year not in (2024, 2025):
            self.put(諸元_審査一般_組合=prices[0], 諸元_審査調剤_組合=prices[2])
            if plain:
                self.put(諸元_審査明らか_組合=prices[1])
        fee = ceil(sum(count * price for count, price in zip(counts, prices)) / 1000)
        self.spent["審査支払手数料"] = fee
        last = FEES.get(self.year - 1, (doctors, plain, drugs))
        last = (last[0], last[1] or last[0], last[2])  # plain ones cost as much as others before FY2023
        old = sum(count * Fraction(str(price)) for count, price in zip(counts, last)) / 1000
        self.given["一般_審査支払手数料_前年度"] = 0 if self.of.get("new") else floor(old / Fraction(101, 100))
        return fee

    # --------------------------------------------------------------------------- 準備金

    def reserve(self):
        """History of three years; reserves of so many per cent of what is required."""
        of, year = self.of, self.year
        past = [0, 0, 0] if of.get("new") else [floor(self.benefit_base / self.growth ** step) for step in (3, 2, 1)]
        levies = [0, 0, 0] if of.get("new") else [floor(self.net_levies / self.growth ** step) for step in (3, 2, 1)]
        for place, name in enumerate(("3年前", "2年前", "前年度")):
            self.given["準備金_給付費_" + name] = past[place]
            self.given["準備金_納付金等_" + name] = levies[place]
        deducted = of.get("exempted", 0)
        if deducted and year == 2015:
            self.put(準備金_控除_3年前=deducted, 準備金_控除_2年前=deducted, 準備金_控除_前年度=deducted, 準備金_控除_本年度=deducted,
                     減免費用_本年度=deducted)
        benefits = sum(past[1:]) + self.benefit_base - (3 * deducted if year == 2015 else 0)
        self.required = Fraction(2 * benefits + sum(levies[1:]) + self.net_levies, 36)
        self.held = ceil(self.required * of.get("reserve", 112) / 100)
        self.saved = 0
        if of.get("new"):
            self.held, self.saved = 0, ceil(self.required * Fraction(105, 100))
        self.put(準備金_一般残高_前年度末=self.held)
        self.put(準備金_換金容易_保有額=ceil(Fraction(sum(past), 36) * Fraction(115, 100)))

    # ---------------------------------------------------------------------------- 収入

    def income(self):
        of, heads = self.of, self.heads
        self.got = {"保険料": floor(self.total_pay * self.rate / 1000), "調整保険料": floor(self.total_pay * self.adjusted / 1000)}
        price = PRICES.get(self.year, (10, 15, 2, 3))
        which = KINDS[self.kind]
        if self.year not in (2015, 2019, 2020):
            names = ("総合" if which else "単一")
            self.given["諸元_事務費一般_" + names + "_組合"] = price[which]
            self.given["諸元_事務費介護_" + names + "_組合"] = price[2 + which]
        if self.year in (2019, 2020) and not of.get("bare"):  # printed by now; the society need not type it
            names = ("総合" if which else "単一")
            self.given["諸元_事務費一般_" + names + "_組合"] = price[which]
            self.given["諸元_事務費介護_" + names + "_組合"] = price[2 + which]
        self.got["事務費負担金"] = self.months * (heads * price[which] + sum(self.second) * price[2 + which]) // 1000
        self.got["特定健診補助金"] = self.checkups()
        self.got["高額医療交付金"] = self.claims()
        self.got["補助金等追加収入"] = self.refunds
        for name, amount in self.got.items():
            self.given["一般_%s_前年度" % name] = self.before(amount)
        self.get("前年度繰越金", 0 if of.get("new") else floor(heads * 6))
        self.get("雑入", 200 + heads // 4)
        self.get("特定健診等収入", of.get("clinic", 0))
        self.get("病院診療所収入", floor(of.get("hospital", 0) * 0.6))
        self.get("出産育児交付金", floor(heads * 0.3) if self.year >= 2024 else 0)
        for name, amount in of.get("also_got", {}).items():
            self.get(name, amount)
        if self.year == 2015:
            self.got["名目"] = 3
            for name in ("番号制度補助金", "負担金助成事業費", "円滑化推進事業費"):
                self.given["一般_%s_前年度" % name] = 1

    def get(self, name, amount):
        self.got[name] = amount
        self.both("一般_" + name, amount)

    def checkups(self):
        """Invented prices; 円."""
        wives = self.dependants * 3 // 10
        rows = [(0, 0, 0), (0, 0, 0), (2000, wives // 3, wives // 2), (2500, wives // 4, wives // 2), (0, 0, 0),
                (3000, self.heads // 50, self.heads // 20), (3000, wives // 100, wives // 20),
                (8000, self.heads // 60, self.heads // 25), (8000, wives // 200, wives // 40)]
        self.put(健診_単価=[row[0] for row in rows], 健診_件数=[row[1] for row in rows], 健診_対象者数=[row[2] for row in rows])
        return sum(price * count for price, count, _ in rows) // 1000

    def claims(self):
        of = self.of
        if "lump" in of:  # more claims than anybody lists one by one
            self.put(一般_高額医療交付金=of["lump"])
            return of["lump"]
        count = of.get("claims", min(40, self.heads // 120))
        if not count:
            return 0
        most = of.get("largest", 14000000)
        claims = [self.random.randrange(200001, most) for _ in range(count)]
        if self.year != 2024:
            self.put(諸元_高額基準額_組合=5000000, 諸元_高額交付率_以下_組合=Fraction(7, 10), 諸元_高額交付率_超過_組合=1)
        self.put(高額_交付対象額=claims, 高額_検算計=sum(claims))
        return floor(sum(Fraction(7, 10) * min(claim, 5000000) + max(claim - 5000000, 0) for claim in claims) / 1000)

    # --------------------------------------------------------------------- 予備費, 積立金

    def balance(self):
        of = self.of
        contribution = self.got["調整保険料"] * of.get("contribution", 100) // 100
        if "contribution" in of:
            self.put(一般_財政調整事業拠出金=contribution)
        self.given["一般_財政調整事業拠出金_前年度"] = self.before(self.got["調整保険料"])
        spent = sum(self.spent.values()) + self.levy_sum + contribution
        left = sum(self.got.values()) + self.grant - spent - self.saved
        spare = floor(self.got["保険料"] * Fraction(of.get("spare", 15), 1000))
        drawn = saved = from_reserve = 0
        if left < spare and of.get("from_reserve"):
            free = floor(self.held - self.required)
            from_reserve = min(free * 9 // 10, spare - left)
            left += from_reserve
        if left < spare:
            drawn = spare - left
        else:
            saved = left - spare
        self.both("準備金取崩_一般", from_reserve, 0)
        self.both("準備金積立_一般", self.saved, 0)
        self.put(一般_別途積立金繰入=drawn, 一般_別途積立金=saved, 別途積立金残高_前年度=drawn * 3 + self.heads * of.get("fund", 90))
        self.balance_before()
        total = sum(self.got.values()) + self.grant + drawn + from_reserve
        self.put(一般_議決総額=total)
        self.expected.update(一般_収入合計=total, 一般_支出合計=total, 一般_保険料=self.got["保険料"],
                             一般_納付金=self.levy_sum, 一般_保険給付費=self.benefits, 一般_予備費=spare)

    def balance_before(self):
        """The year before balances too."""
        if self.of.get("new"):
            return
        got = sum(self.given.get("一般_%s_前年度" % name, 0) for name in self.got if name != "名目")
        got += self.given["前期高齢者交付金_前年度"] + (3 if self.year == 2015 else 0)
        spent = sum(self.given.get("一般_%s_前年度" % name, 0) for name in self.spent)
        spent += sum(self.before(amount) for amount in self.booked.values()) + self.given["一般_財政調整事業拠出金_前年度"]
        left = got - spent - floor(self.given["一般_保険料_前年度"] * 0.02)
        self.put(一般_別途積立金繰入_前年度=max(-left, 0), 一般_別途積立金_前年度=max(left, 0),
                 一般_前年度予算総額=got + max(-left, 0))

    def care(self):
        """A rate that covers the levy, to a tenth of a ‰ and some more."""
        of = self.of
        pay = floor(self.total_pay * Fraction(str(of.get("care_share", 0.44))) * Fraction(112, 100))
        levy = self.levy("介護納付金", pay * 1000 * Fraction(128 + 3 * (self.year - 2015), 10000))
        rate = Fraction(ceil(levy * 10000 / Fraction(pay)) + 1, 10) if pay else 0
        premium = floor(pay * rate / 1000)
        bonus = pay // 5
        self.both("第2号標準報酬月額総額", pay - bonus)
        self.both("第2号標準賞与額総額", bonus)
        self.both("介護保険料率", rate, None if not of.get("new") and pay else 0)
        self.given["介護保険料率_前年度"] = 0 if of.get("new") else rate
        self.both("特定被保険者数", of.get("special_insured", 0))
        before = self.before(levy)
        self.put(介護_保険料_前年度=0 if of.get("new") else floor(before * 1.01), 介護納付金_前年度予算=before)
        past = [0 if of.get("new") else floor(levy / self.growth ** step) for step in (3, 2, 1)]
        for place, name in enumerate(("3年前", "2年前", "前年度")):
            self.given["準備金_介護納付金_" + name] = past[place]
        required = Fraction(sum(past[1:]) + levy, 36)
        held, saved, carried = ceil(required * of.get("care_reserve", 118) / 100), 0, 0
        if of.get("new"):
            held, saved = 0, ceil(required * Fraction(105, 100))
            carried = 0
            rate = Fraction(ceil((levy + saved) * 10000 / Fraction(pay)) + 1, 10)
            premium = floor(pay * rate / 1000)
            self.given["介護保険料率"] = rate
        self.put(準備金_介護残高_前年度末=held, 準備金積立_介護=saved)
        self.both("介護_繰越金", carried)
        self.both("介護_還付金", 1 if pay else 0, 1 if pay and not of.get("new") else 0)
        if pay:
            self.put(介護_議決総額=premium)
        if pay and not of.get("new"):
            self.put(介護_前年度予算総額=self.given["介護_保険料_前年度"])
        self.expected.update(介護_収入合計=premium, 介護_支出合計=premium, 介護納付金_本年度=levy)

    def childcare(self):
        if self.year < 2026:
            return
        months = self.of.get("childcare_months", 12)
        pay = Fraction(self.pay * self.heads * months + self.given["一人当たり標準賞与額"] * self.heads, 1000)
        premium = floor(pay * CHILDCARE[self.year] / 1000)
        levy = floor(premium * Fraction(985, 1000))
        if self.year > 2026:
            self.put(諸元_支援金率_組合=CHILDCARE[self.year])
        self.put(支援金_月数=months, 支援金_納付金=levy, 支援金_還付金=1, 支援金_議決総額=premium)
        if self.year > 2026 and not self.of.get("new"):
            old = floor(premium * CHILDCARE[self.year - 1] / CHILDCARE[self.year])
            self.put(支援金_保険料_前年度=old, 支援金_納付金_前年度=floor(old * 0.985), 支援金_還付金_前年度=1,
                     支援金_前年度予算総額=old)
        self.expected.update(支援金_収入合計=premium, 支援金_支出合計=premium)

    def papers(self):
        day, year = self.of.get("resolved", "02-20"), self.year
        resolved, filed = "%d-%s" % (year, day), "%d-03-10" % year
        self.put(設立年度=year if self.of.get("new") else self.of.get("founded", 1962), 計上根拠の記載="はい",
                 経常収支差_前々年度=self.heads * 4, 議決日=resolved)
        if not self.of.get("new"):
            income = floor(self.got["保険料"] * Fraction(96, 100))
            self.put(経常収入_前々年度=income, 経常支出_前々年度=income - self.heads * 4)
        for paper in ("予算届出書", "概要表_正本", "概要表_副本", "会議録", "添付文書"):
            self.given[paper + "_提出日"] = filed
            self.given[paper + "_済"] = "済"
        self.put(概要表_表記_済="済")
        self.given.update(self.of.get("answers", {}))

    # -------------------------------------------------------------------------------------

    def write(self):
        path = os.path.join(HERE, "budgets", "%d-%s.tsv" % (self.year, self.of.get("file", self.name)))
        lines = ["# society: %s (invented by make_budgets.py)" % self.given["組合名称"], "# kind: " + self.kind,
                 "# year: %d" % self.year, "# about: " + self.of.get("about", "")]
        if self.of.get("open"):
            lines.append("# open: " + self.of["open"])
        lines += ["%s\t%s" % (name, text(value)) for name, value in self.given.items()]
        lines += ["=%s\t%s" % (name, text(value)) for name, value in self.expected.items()]
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def text(value):
    if isinstance(value, list):
        return " ".join(text(part) for part in value)
    if isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else repr(float(value))
    return str(value)


def societies():
    """The kinds of every year, then what only some years and some societies have."""
    for year in YEARS:
        step = year - 2015
        yield Society(year, "A", file="single", about="単一。黒字を別途積立金に積む", heads=4200 + 310 * step, rate=94 if year > 2020 else 91,
                      nominal=year % 2)
        yield Society(year, "B", file="allied", kind="連合", about="連合。赤字を別途積立金繰入で補う", heads=12400 - 130 * step,
                      rate=83, worker=38, fund=400, dependants=0.82, on_leave=35, nominal=1)
        yield Society(year, "C", file="multi", kind="総合", about="総合。交付金は件数が多く、まとめて見込む", heads=38500 + 900 * step,
                      rate=98, trade="情報サービス業", dependants=0.55, lump=260000 + 9000 * step, health=0.2)
        yield Society(year, "D", file="reserve", about="小さな組合。赤字を準備金(限度外部分)で補う", heads=820 + 12 * step, rate=89,
                      reserve=260, from_reserve=1, claims=6, growth=1.012)
    yield from special()


def special():
    yield Society(2015, "E", file="exempted", about="災害の減免をした組合(控除あり)", exempted=4000)
    yield Society(2015, "F", file="plan", about="準備金が不足し、積立計画を策定", reserve=80, open="V26注意 V27注意",
                  answers={"積立計画_年数": 2, "積立計画_初年度末準備金": 280000, "積立計画_最終準備金": 340000,
                           "積立計画_最終所要額": 320000, "様式1_部数": 2, "様式1_済": "済", "様式1_提出日": "2015-03-10",
                           "協議日": "2015-02-10"})
    yield Society(2015, "G", file="medium", about="中期財政運営。安定資金に積む", medium=2, also_spent={"安定資金": 20000},
                  rate=97, answers={"中期財政運営": "はい"})
    yield Society(2015, "H", file="diabetes", about="重症化予防の補助金を見込む(通知 第2の11)", also_got={"円滑運営補助金": 500},
                  answers={"重症化予防": "はい"})
    yield Society(2016, "I", file="rate-up", about="料率を引き上げ、調整保険料率は前年度と同じ", rate=96, old_rate=92)
    yield Society(2016, "J", file="young", about="介護第2号被保険者のいない組合", care_share=0, heads=900, dependants=0.2,
                  claims=5)
    yield Society(2017, "K", file="founded-1926", about="昭和元年度に設立された組合(1926年11月)", founded=1926)
    yield Society(2018, "L", file="hospital", about="直営の診療所がある組合", hospital=90000, rate=96)
    yield Society(2019, "M", file="printed-prices", about="事務費の単価は公表された額(10円・2円)", bare=1)
    yield Society(2020, "N", file="early-grant", about="前期高齢者交付金を受ける組合", grant=310000, early=0.17, rate=80)
    yield Society(2021, "O", file="small-claims", about="交付対象がすべて500万円以下", claims=30, largest=4900000, retired=30000)
    yield Society(2022, "P", file="refund", about="後期高齢者支援金の精算で還付", negative=("後期高齢者支援金",), rate=75,
                  open="V58注意 V69注意 V76注意")
    yield Society(2022, "Q", file="new", about="10月に設立した組合(6か月)", new=1, months=6, claims=0, heads=3000, rate=98,
                  bonus=530000, resolved="02-20")
    yield Society(2023, "R", file="retired", about="退職者給付拠出金の精算が残る", retired=69000)
    yield Society(2023, "S", file="special-insured", about="特定被保険者の制度がある組合", special_insured=120)
    yield Society(2024, "T", file="subsidised", about="国庫補助金(円滑化等)の交付決定を受けた見込み", also_got={"円滑運営補助金": 31000})
    yield Society(2025, "U", file="no-claims", about="高額医療交付金を見込まない", claims=0)
    yield Society(2025, "V", file="contribution", about="財政調整事業拠出金が調整保険料より 1 % 多い", contribution=101)
    yield Society(2025, "W", file="designated", about="指定組合。承認された健全化計画の補助金", rate=108, benefit_part=1.22,
                  levy_part=1.05, reserve=96, also_got={"災害等補助金": 90000}, open="V26注意 V56注意",
                  answers={"指定組合": "はい", "健全化計画期間": "はい"})
    yield Society(2026, "X", file="eleven-months", about="支援金を 11 か月で見込む", childcare_months=11)
    yield Society(2026, "Y", file="arrears", about="診療報酬の未払金を返済する組合", also_spent={"未払金返済": 30000}, rate=97,
                  answers={"未払金残高": 60000, "未払金_別表2": "はい", "未払金_最終残高": 0, "未払金_初年度返済": 30000,
                           "未払金_初年度財源": 30000, "別表2_部数": 2, "別表2_済": "済", "別表2_提出日": "2026-03-10"})
    yield Society(2027, "Z", file="merged", about="合併で 35 % 大きくなった組合", growth=1.35, heads_growth=1.35, heads=9000,
                  open="V58注意 V49注意")
    yield Society(2027, "ZA", file="large", kind="総合", about="被保険者 25 万人", heads=250000, rate=99, lump=2100000, health=0.2)
    yield Society(2027, "ZB", file="short", about="準備金が不足し、積立計画を策定", reserve=85, open="V26注意 V27注意",
                  answers={"積立計画_年数": 2, "積立計画_初年度末準備金": 330000, "積立計画_最終準備金": 400000,
                           "積立計画_最終所要額": 380000, "協議日": "2027-02-10"})
    yield Society(2028, "ZC", file="nominal", about="名目 1 千円の目をすべて計上", nominal=1, answers={"予備費最低割合": 0.01})


def main():
    folder = os.path.join(HERE, "budgets")
    for name in os.listdir(folder):
        if name.endswith(".tsv") and not name.startswith("published-"):
            os.remove(os.path.join(folder, name))
    count = 0
    for society in societies():
        society.write()
        count += 1
    print("%d budgets" % count)


if __name__ == "__main__":
    main()
