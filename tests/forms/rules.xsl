<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     rules.xsl: what every form must have. Reads a flat ODF file; a line of output is a fault. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:key name="style" match="style:style" use="concat(@style:family, '/', @style:name)"/>
  <xsl:key name="validation" match="table:content-validation" use="@table:name"/>
  <xsl:key name="master" match="style:master-page" use="@style:name"/>
  <xsl:key name="layout" match="style:page-layout" use="@style:name"/>
  <xsl:key name="name" match="table:named-range" use="@table:name"/>
  <xsl:key name="place" match="table:named-range" use="@table:cell-range-address"/>

  <xsl:template match="/">
    <xsl:if test="count(//table:table) &lt; 2"><xsl:call-template name="fault"><xsl:with-param name="text">has hardly a sheet</xsl:with-param></xsl:call-template></xsl:if>
    <xsl:apply-templates select="//table:table | //table:table-cell | //table:named-range | //table:content-validation"/>
  </xsl:template>

  <xsl:template name="fault">
    <xsl:param name="text"/>
    <xsl:value-of select="concat(ancestor-or-self::table:table/@table:name, ' ', @table:name, @table:formula, text:p, ': ', $text, '&#10;')"/>
  </xsl:template>

  <xsl:template match="table:table">
    <xsl:variable name="page" select="key('style', concat('table/', @table:style-name))/@style:master-page-name"/>
    <xsl:if test="not(@table:protected = 'true') or @table:protection-key">
      <xsl:call-template name="fault"><xsl:with-param name="text">not protected, or with a password</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="not(starts-with(@table:print-ranges, concat('$', &quot;'&quot;, @table:name, &quot;'.$A$1:&quot;)))">
      <xsl:call-template name="fault"><xsl:with-param name="text">no print range</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="not(table:table-header-rows)">
      <xsl:call-template name="fault"><xsl:with-param name="text">no repeated rows</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="not(table:table-header-rows//table:table-cell/text:p[contains(., '単位')])">
      <xsl:call-template name="fault"><xsl:with-param name="text">no unit in the header</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:variable name="scale" select="concat(0, substring-before(key('layout', key('master', $page)/@style:page-layout-name)/*/@style:scale-to, '%'))"/>
    <xsl:variable name="room" select="(180 + 86 * starts-with($page, 'A4横')) div (($scale + 100 * ($scale = 0)) div 100)"/>
    <xsl:variable name="last" select="substring-before(substring-after(substring-after(@table:print-ranges, ':'), &quot;'.$&quot;), '$')"/>
    <xsl:variable name="printed" select="string-length(substring-before('ABCDEFGHIJKLMNOPQRSTUVWXYZ', $last)) + 1"/>
    <xsl:variable name="taken"><xsl:call-template name="width"><xsl:with-param name="columns" select="table:table-column[not(@table:visibility = 'collapse')][position() &lt;= $printed]"/></xsl:call-template></xsl:variable>
    <xsl:if test="not(starts-with($page, 'A4縦') or starts-with($page, 'A4横')) or $taken &gt; $room or $taken &lt; $room - 10">
      <xsl:call-template name="fault"><xsl:with-param name="text" select="concat('columns take ', $taken, ' of ', $room, ' mm')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="width">
    <xsl:param name="columns"/>
    <xsl:param name="total" select="0"/>
    <xsl:choose>
      <xsl:when test="$columns">
        <xsl:call-template name="width">
          <xsl:with-param name="columns" select="$columns[position() &gt; 1]"/>
          <xsl:with-param name="total" select="$total + substring-before(key('style', concat('table-column/', $columns[1]/@table:style-name))/style:table-column-properties/@style:column-width, 'mm')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$total"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="table:table-cell">
    <xsl:variable name="style" select="key('style', concat('table-cell/', @table:style-name))"/>
    <xsl:variable name="parent" select="key('style', concat('table-cell/', $style/@style:parent-style-name))"/>
    <xsl:variable name="open" select="$style/style:table-cell-properties/@style:cell-protect = 'none' or not($style/style:table-cell-properties/@style:cell-protect) and $parent/style:table-cell-properties/@style:cell-protect = 'none'"/>
    <xsl:if test="@table:style-name and not($style)">
      <xsl:call-template name="fault"><xsl:with-param name="text">unknown style</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="@table:formula and $open">
      <xsl:call-template name="fault"><xsl:with-param name="text">a formula can be overwritten</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="$open and not(@table:content-validation-name)">
      <xsl:call-template name="fault"><xsl:with-param name="text">input without a validity rule</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="@table:content-validation-name and not($open)">
      <xsl:call-template name="fault"><xsl:with-param name="text">input that is protected</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="@table:content-validation-name and not(key('validation', @table:content-validation-name))">
      <xsl:call-template name="fault"><xsl:with-param name="text">unknown validity rule</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="contains(@table:formula, 'KENPO_') and not(contains(@table:formula, '&quot;KENPO_'))">
      <xsl:call-template name="fault"><xsl:with-param name="text">a function's name was not translated</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="table:content-validation">
    <xsl:if test="not(table:help-message/@table:display = 'true') or string-length(table:help-message/text:p) = 0 or not(table:error-message/@table:message-type = 'stop') or string-length(table:error-message/text:p) = 0 or string-length(@table:condition) &lt; 10">
      <xsl:call-template name="fault"><xsl:with-param name="text">rule without hint, message or condition</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="table:named-range">
    <xsl:if test="count(key('name', @table:name)) &gt; 1">
      <xsl:call-template name="fault"><xsl:with-param name="text">name given twice</xsl:with-param></xsl:call-template>
    </xsl:if>
    <xsl:if test="count(key('place', @table:cell-range-address)) &gt; 1">
      <xsl:call-template name="fault"><xsl:with-param name="text">another name has the same cells</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
