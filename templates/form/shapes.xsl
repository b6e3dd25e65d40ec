<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     shapes.xsl: puts in the place of each use of a shape what the shape says (shapes.rnc). What
     comes out is a description by form.rnc, which knows no shapes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:str="http://exslt.org/strings"
    xmlns:dyn="http://exslt.org/dynamic"
    exclude-result-prefixes="k str dyn">

  <xsl:key name="shape" match="k:shape" use="@name"/>

  <xsl:template match="@* | node()" mode="expand">
    <xsl:copy><xsl:apply-templates select="@* | node()" mode="expand"/></xsl:copy>
  </xsl:template>

  <xsl:template match="comment() | k:shape" mode="expand"/>

  <xsl:template match="*[not(self::k:shape) and key('shape', local-name())]" mode="expand">
    <xsl:variable name="sheet" select="generate-id(ancestor::k:sheet)"/>
    <xsl:call-template name="use">
      <xsl:with-param name="shapes" select="key('shape', local-name())[generate-id(ancestor::k:sheet) = $sheet or parent::k:workbook]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- the first shape of that name whose condition holds at the use -->
  <xsl:template name="use">
    <xsl:param name="shapes"/>
    <xsl:variable name="shape" select="$shapes[1]"/>
    <xsl:choose>
      <xsl:when test="not($shape)"><xsl:call-template name="misuse"><xsl:with-param name="text">no shape for this</xsl:with-param></xsl:call-template></xsl:when>
      <xsl:when test="$shape/@when and not(dyn:evaluate($shape/@when))">
        <xsl:call-template name="use"><xsl:with-param name="shapes" select="$shapes[position() &gt; 1]"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="takes" select="str:tokenize($shape/@takes, ' ')"/>
        <xsl:if test="@*[not(name() = $takes or name() = str:tokenize($shape/@may, ' '))] or count(@*[name() = $takes]) != count($takes)">
          <xsl:call-template name="misuse"><xsl:with-param name="text" select="concat('takes ', $shape/@takes, ', and may have ', $shape/@may)"/></xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="$shape/node()" mode="shape"><xsl:with-param name="use" select="."/></xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="misuse">
    <xsl:param name="text"/>
    <xsl:message terminate="yes">
      <xsl:value-of select="concat(name(), ': ', $text, ':')"/>
      <xsl:for-each select="@*"><xsl:value-of select="concat(' ', name(), '=&quot;', ., '&quot;')"/></xsl:for-each>
    </xsl:message>
  </xsl:template>

  <!-- An attribute that comes out empty is left out; so is a cell's text: then the cell is as its
       column says (f), or empty (t). -->
  <xsl:template match="*" mode="shape">
    <xsl:param name="use"/>
    <xsl:variable name="text">
      <xsl:if test="not(*)"><xsl:call-template name="fill"><xsl:with-param name="text" select="string(.)"/><xsl:with-param name="use" select="$use"/></xsl:call-template></xsl:if>
    </xsl:variable>
    <xsl:variable name="left-out" select="contains(., '{') and not(*) and $text = ''"/>
    <xsl:choose>
      <xsl:when test="$left-out and self::k:f"><k:d/></xsl:when>
      <xsl:when test="$left-out and self::k:t"><k:skip/></xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:apply-templates select="@* | node()" mode="shape"><xsl:with-param name="use" select="$use"/></xsl:apply-templates>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="k:inside" mode="shape">
    <xsl:param name="use"/>
    <xsl:apply-templates select="$use/node()" mode="expand"/>
  </xsl:template>

  <xsl:template match="@*" mode="shape">
    <xsl:param name="use"/>
    <xsl:variable name="value"><xsl:call-template name="fill"><xsl:with-param name="text" select="string(.)"/><xsl:with-param name="use" select="$use"/></xsl:call-template></xsl:variable>
    <xsl:if test="$value != '' or . = ''"><xsl:attribute name="{name()}"><xsl:value-of select="$value"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="shape">
    <xsl:param name="use"/>
    <xsl:call-template name="fill"><xsl:with-param name="text" select="string(.)"/><xsl:with-param name="use" select="$use"/></xsl:call-template>
  </xsl:template>

  <!-- {@名}: what the XPath in braces gives at the use -->
  <xsl:template name="fill">
    <xsl:param name="text"/>
    <xsl:param name="use"/>
    <xsl:variable name="inner" select="substring-before(substring-after($text, '{'), '}')"/>
    <xsl:choose>
      <xsl:when test="$inner != ''">
        <xsl:value-of select="substring-before($text, '{')"/>
        <xsl:for-each select="$use"><xsl:value-of select="dyn:evaluate($inner)"/></xsl:for-each>
        <xsl:call-template name="fill"><xsl:with-param name="text" select="substring-after($text, '}')"/><xsl:with-param name="use" select="$use"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
