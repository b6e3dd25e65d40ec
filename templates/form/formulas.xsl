<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     formulas.xsl: from what is typed in Calc to what a file stores: @3, KENPO_… and the letters of
     columns. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:func="http://exslt.org/functions"
    xmlns:oor="http://openoffice.org/2001/registry"
    extension-element-prefixes="func"
    exclude-result-prefixes="k func oor">

  <xsl:variable name="functions" select="document($registry)//node[@oor:name='AddInFunctions']/node"/>

  <!-- 3 is C, 28 is AB -->
  <func:function name="k:letter">
    <xsl:param name="column"/>
    <func:result><xsl:number value="$column" format="A"/></func:result>
  </func:function>

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
