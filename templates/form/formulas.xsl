<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     formulas.xsl: from what is typed in Calc to what a file stores: @3, KENPO_…, the letters of
     columns and what a year or a day means that is typed in 和暦; and that a formula without its numbers shows ― (form.rnc: needs). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:func="http://exslt.org/functions"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    xmlns:oor="http://openoffice.org/2001/registry"
    extension-element-prefixes="func"
    exclude-result-prefixes="k func oor exsl str">

  <xsl:variable name="functions" select="document($registry)//node[@oor:name='AddInFunctions']/node"/>

  <!-- 3 is C, 28 is AB -->
  <func:function name="k:letter">
    <xsl:param name="column"/>
    <func:result><xsl:number value="$column" format="A"/></func:result>
  </func:function>

  <xsl:key name="named" match="name" use="@name"/>
  <xsl:key name="cell" match="cell[@name]" use="@name"/>
  <xsl:variable name="meaning" select="$types[@means]"/>
  <xsl:variable name="between">=+-*/^();&lt;&gt;{}&amp;: </xsl:variable>
  <xsl:variable name="worded" select="$types[@value = 'string' and not(@name = 'any')]/@name | $types[@value = 'date']/@name"/>

  <!-- Where a name is that of a year or day as typed, that of the number that it means (types.xml); !年度 is
       the cell itself, and so is what stands in quotes. -->
  <xsl:template name="meant">
    <xsl:param name="text"/>
    <xsl:variable name="quoted" select="substring-before(substring-after($text, '&quot;'), '&quot;')"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&quot;')">
        <xsl:call-template name="meant-words"><xsl:with-param name="text" select="substring-before($text, '&quot;')"/></xsl:call-template>
        <xsl:value-of select="concat('&quot;', $quoted, '&quot;')"/>
        <xsl:call-template name="meant"><xsl:with-param name="text" select="substring-after(substring-after($text, '&quot;'), '&quot;')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="meant-words"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="meant-words">
    <xsl:param name="text"/>
    <xsl:variable name="typed" select="key('cell', str:tokenize($text, $between))[@type = $meaning/@name and @kind = 'in']"/>
    <xsl:choose>
      <xsl:when test="$typed">
        <xsl:variable name="spaced"><xsl:call-template name="one-by-one"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:variable>
        <xsl:variable name="cells" select="/"/>
        <xsl:for-each select="str:tokenize($spaced, '&#10;')">
          <xsl:variable name="word" select="string(.)"/>
          <xsl:value-of select="translate($word, '!', '')"/>
          <xsl:for-each select="$cells">
            <xsl:variable name="type" select="key('cell', $word)[@kind = 'in']/@type"/>
            <xsl:value-of select="$meaning[@name = $type]/@means"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($text, '!', '')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A formula's words and the signs between them, each on a line of its own. -->
  <xsl:template name="one-by-one">
    <xsl:param name="text"/>
    <xsl:for-each select="str:split($text, '')">
      <xsl:if test="contains($between, .)"><xsl:value-of select="concat('&#10;', ., '&#10;')"/></xsl:if>
      <xsl:if test="not(contains($between, .))"><xsl:value-of select="."/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The formula of this cell, or ― as long as a number that it needs is not there. -->
  <xsl:template name="guarded">
    <xsl:variable name="open" select="starts-with(@formula, '=IF') or starts-with(@formula, '=SUM') or starts-with(@formula, '=COUNT')"/>
    <xsl:variable name="asked">
      <xsl:choose>
        <xsl:when test="@needs = 'none'"/>
        <xsl:when test="@needs"><xsl:value-of select="@needs"/></xsl:when>
        <xsl:when test="@any"/>
        <xsl:when test="@type = 'judge' or @kind = 'remark' and contains(@formula, 'KENPO_EXPLAIN')"><xsl:value-of select="@formula"/></xsl:when>
        <xsl:when test="not($open) and @type and not(@type = $worded)"><xsl:value-of select="@formula"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="all"><xsl:call-template name="numbers"><xsl:with-param name="text" select="string($asked)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="some"><xsl:call-template name="numbers"><xsl:with-param name="text" select="string(@any)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="divisors"><xsl:call-template name="numbers"><xsl:with-param name="text" select="string(@nonzero)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="tests">
      <xsl:if test="$all != ''"><t>COUNT(<xsl:value-of select="$all"/>)&lt;<xsl:value-of select="sum(exsl:node-set($all)/n/@size)"/></t></xsl:if>
      <xsl:if test="$some != ''"><t>COUNT(<xsl:value-of select="$some"/>)=0</t></xsl:if>
      <xsl:for-each select="exsl:node-set($divisors)/n"><t>N(<xsl:value-of select="translate(., ';', '')"/>)=0</t></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="instead">
      <xsl:value-of select="@instead"/>
      <xsl:if test="@kind = 'remark'">"入力がそろうと計算過程を表示します。"</xsl:if>
      <xsl:if test="not(@instead or @kind = 'remark')">"―"</xsl:if>
    </xsl:variable>
    <xsl:text>=</xsl:text>
    <xsl:for-each select="exsl:node-set($tests)/t"><xsl:value-of select="concat('IF(', ., ';', $instead, ';')"/></xsl:for-each>
    <xsl:value-of select="substring(@formula, 2)"/>
    <xsl:for-each select="exsl:node-set($tests)/t">)</xsl:for-each>
  </xsl:template>

  <!-- The names of numbers in a text, and @3 where it is one: each an n, with so many cells. -->
  <xsl:template name="numbers">
    <xsl:param name="text"/>
    <xsl:variable name="cell" select="."/>
    <xsl:variable name="found">
      <xsl:for-each select="str:tokenize($text, '=+-*/();&lt;&gt;{}&amp;&quot; ')">
        <xsl:variable name="word" select="string(.)"/>
        <xsl:if test="not(. = preceding-sibling::*)">
          <xsl:for-each select="$cell">
            <xsl:variable name="name" select="key('named', $word)"/>
            <xsl:variable name="one" select="key('cell', $word) | ../cell[concat('@', @c) = $word]"/>
            <xsl:if test="($name or $one) and not($one/@type = $worded)">
              <n size="{($name/@to-c - $name/@c + 1) * ($name/@to-r - $name/@r + 1)}"><xsl:value-of select="$word"/></n>
            </xsl:if>
          </xsl:for-each>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($found)/n">
      <n>
        <xsl:attribute name="size"><xsl:if test="starts-with(., '@')">1</xsl:if><xsl:if test="not(starts-with(., '@'))"><xsl:value-of select="@size"/></xsl:if></xsl:attribute>
        <xsl:if test="position() &gt; 1">;</xsl:if>
        <xsl:value-of select="."/>
      </n>
    </xsl:for-each>
  </xsl:template>

  <!-- @3 and KENPO_… -->
  <xsl:template name="formula">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '@')">
        <xsl:variable name="after" select="substring-after($text, '@')"/>
        <xsl:variable name="digits" select="1 + (translate(substring($after, 2, 1), '0123456789', '') = '' and string-length($after) &gt; 1)"/>
        <xsl:call-template name="functions"><xsl:with-param name="text" select="substring-before($text, '@')"/></xsl:call-template>
        <xsl:value-of select="concat('[.', k:letter(substring($after, 1, $digits)), ../@r, ']')"/>
        <xsl:call-template name="formula"><xsl:with-param name="text" select="substring($after, $digits + 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="functions"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="functions">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, 'KENPO_')">
        <xsl:variable name="name" select="concat('KENPO_', substring-before(substring-after($text, 'KENPO_'), '('))"/>
        <xsl:variable name="called" select="$name != 'KENPO_' and translate($name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = ''"/>
        <xsl:variable name="method" select="$functions[prop[@oor:name = 'DisplayName']/value = $name]/@oor:name"/>
        <xsl:if test="$called and not($method)">
          <xsl:message terminate="yes">no function <xsl:value-of select="$name"/> in: <xsl:value-of select="$text"/></xsl:message>
        </xsl:if>
        <xsl:value-of select="substring-before($text, 'KENPO_')"/>
        <xsl:if test="$called">
          <xsl:value-of select="concat('ORG.KENPOCALC.BUDGET.', translate($method, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'))"/>
        </xsl:if>
        <xsl:if test="not($called)">KENPO_</xsl:if>
        <xsl:call-template name="functions">
          <xsl:with-param name="text">
            <xsl:if test="$called"><xsl:value-of select="concat('(', substring-after(substring-after($text, 'KENPO_'), '('))"/></xsl:if>
            <xsl:if test="not($called)"><xsl:value-of select="substring-after($text, 'KENPO_')"/></xsl:if>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
