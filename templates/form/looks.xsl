<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     looks.xsl: the styles of columns, rows and cells that follow from what stands in them, and the
     validity rules of input cells. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:str="http://exslt.org/strings"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:func="http://exslt.org/functions"
    extension-element-prefixes="func"
    exclude-result-prefixes="k str">

  <xsl:key name="width" match="k:column" use="@width"/>
  <xsl:key name="height" match="row" use="concat(@height, @break)"/>
  <xsl:key name="style" match="cell[@style != '']" use="@style"/>

  <xsl:template name="automatic-styles">
    <xsl:param name="sheets"/>
    <xsl:for-each select="$sheets/k:column[generate-id() = generate-id(key('width', @width)[1])]">
      <style:style style:name="w{@width}" style:family="table-column">
        <style:table-column-properties style:column-width="{@width}mm"/>
      </style:style>
    </xsl:for-each>
    <xsl:for-each select="$sheets/row[generate-id() = generate-id(key('height', concat(@height, @break))[1])]">
      <style:style style:name="h{@height}{@break}" style:family="table-row">
        <style:table-row-properties>
          <xsl:if test="@height"><xsl:attribute name="style:row-height"><xsl:value-of select="@height"/></xsl:attribute></xsl:if>
          <xsl:attribute name="style:use-optimal-row-height"><xsl:value-of select="not(@height)"/></xsl:attribute>
          <xsl:if test="@break"><xsl:attribute name="fo:break-before">page</xsl:attribute></xsl:if>
        </style:table-row-properties>
      </style:style>
    </xsl:for-each>
    <xsl:for-each select="$sheets">
      <style:style style:name="sheet{@index}" style:family="table" style:master-page-name="{k:paper(.)}">
        <style:table-properties table:display="true">
          <xsl:if test="@tab"><xsl:attribute name="table:tab-color"><xsl:value-of select="$styles/tab[@name = current()/@tab]/@color"/></xsl:attribute></xsl:if>
        </style:table-properties>
      </style:style>
    </xsl:for-each>
    <xsl:apply-templates select="$sheets/row/cell[@style != '' and generate-id() = generate-id(key('style', @style)[1])]" mode="style"/>
  </xsl:template>

  <!-- The page style of a sheet, of its own: so a print of one form can number its pages. -->
  <func:function name="k:paper">
    <xsl:param name="sheet"/>
    <xsl:variable name="side"><xsl:choose><xsl:when test="$sheet/@page = 'portrait'">A4縦</xsl:when><xsl:otherwise>A4横</xsl:otherwise></xsl:choose></xsl:variable>
    <func:result select="concat($side, $sheet/@index)"/>
  </func:function>

  <!-- the paper of styles.xml, at the sheet's scale, or fitted to its number of pages -->
  <xsl:template match="style:page-layout | style:master-page" mode="paper">
    <xsl:param name="sheet"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="style:name"><xsl:value-of select="k:paper($sheet)"/></xsl:attribute>
      <xsl:if test="self::style:master-page"><xsl:attribute name="style:page-layout-name"><xsl:value-of select="k:paper($sheet)"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="paper"><xsl:with-param name="sheet" select="$sheet"/></xsl:apply-templates>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="style:page-layout-properties" mode="paper">
    <xsl:param name="sheet"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:choose>
        <xsl:when test="$sheet/@pages"><xsl:attribute name="style:scale-to-pages"><xsl:value-of select="$sheet/@pages"/></xsl:attribute></xsl:when>
        <xsl:when test="$sheet/@scale"><xsl:attribute name="style:scale-to"><xsl:value-of select="concat($sheet/@scale, '%')"/></xsl:attribute></xsl:when>
        <xsl:otherwise><xsl:attribute name="style:scale-to">100%</xsl:attribute></xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="*" mode="paper" priority="-1"><xsl:copy-of select="."/></xsl:template>

  <xsl:template match="cell" mode="style">
    <xsl:variable name="type" select="$types[@name = current()/@type]"/>
    <xsl:variable name="class" select="../@class"/>
    <style:style style:name="{@style}" style:family="table-cell">
      <xsl:attribute name="style:parent-style-name"><xsl:call-template name="parent-style"/></xsl:attribute>
      <xsl:if test="$type">
        <!-- what a formula gives in whole yen or thousands of yen, though it counts with all digits -->
        <xsl:variable name="whole" select="@kind = 'f' and (@type = 'exact' or @type = 'yen-exact')"/>
        <xsl:attribute name="style:data-style-name">
          <xsl:if test="$whole">整数計</xsl:if>
          <xsl:if test="not($whole)"><xsl:value-of select="$type/@style"/></xsl:if>
          <xsl:if test="$type/@style = '整数' and (starts-with(@type, 'yen') or @type = 'amount' or @type = 'signed')">計</xsl:if>
        </xsl:attribute>
      </xsl:if>
      <style:table-cell-properties>
        <xsl:call-template name="borders"/>
        <xsl:if test="../../@dense">
          <xsl:attribute name="fo:padding-top">0.2mm</xsl:attribute>
          <xsl:attribute name="fo:padding-bottom">0.2mm</xsl:attribute>
        </xsl:if>
        <xsl:if test="@kind = 'in' and @type = 'long'"><xsl:attribute name="fo:wrap-option">wrap</xsl:attribute></xsl:if>
        <xsl:if test="$class = 'band'"><xsl:attribute name="fo:background-color">#f0f0f0</xsl:attribute></xsl:if>
        <!-- a number too wide for its column is written smaller, never as ### -->
        <xsl:if test="@kind = 'in' and ($type/@value = 'float' or $type/@value = 'percentage' or $type/@value = 'date')">
          <xsl:attribute name="fo:wrap-option">no-wrap</xsl:attribute>
          <xsl:attribute name="style:shrink-to-fit">true</xsl:attribute>
        </xsl:if>
        <xsl:if test="@wide"><xsl:attribute name="fo:wrap-option">no-wrap</xsl:attribute></xsl:if>
      </style:table-cell-properties>
      <xsl:if test="../@kind = 'head' and @wide"><style:paragraph-properties fo:text-align="start"/></xsl:if>
      <xsl:if test="$type and ../@kind != 'head'">
        <style:paragraph-properties fo:text-align="{$type/@align}"/>
      </xsl:if>
      <xsl:call-template name="letters"/>
      <xsl:call-template name="conditions"/>
    </style:style>
  </xsl:template>

  <!-- smaller for memos and in a dense sheet; bold in the rows of 款 and of sums -->
  <xsl:template name="letters">
    <xsl:variable name="small" select="@kind = 'note' or @type = 'memo' or @type = 'source' or @type = 'finding' or @type = 'link'"/>
    <xsl:variable name="size">
      <xsl:choose>
        <xsl:when test="@size"><xsl:value-of select="@size"/></xsl:when>
        <xsl:when test="@kind = 'in' and (@type = 'memo' or @type = 'long')">8pt</xsl:when>
        <xsl:when test="../../@cover and not($small)">12pt</xsl:when>
        <xsl:when test="../../@dense and not($small)">9pt</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="bold" select="../@class != '' and not($small)"/>
    <xsl:if test="$size != '' or $bold or @type = 'link'">
      <style:text-properties>
        <xsl:if test="@type = 'link'"><xsl:attribute name="style:text-underline-style">solid</xsl:attribute></xsl:if>
        <xsl:if test="$size != ''">
          <xsl:attribute name="fo:font-size"><xsl:value-of select="$size"/></xsl:attribute>
          <xsl:attribute name="style:font-size-asian"><xsl:value-of select="$size"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="$bold">
          <xsl:attribute name="fo:font-weight">bold</xsl:attribute>
          <xsl:attribute name="style:font-weight-asian">bold</xsl:attribute>
        </xsl:if>
      </style:text-properties>
    </xsl:if>
  </xsl:template>

  <xsl:template name="parent-style">
    <xsl:choose>
      <xsl:when test="../@kind = 'head'">見出し</xsl:when>
      <xsl:when test="@kind = 'in'">入力</xsl:when>
      <xsl:when test="@kind = 'f' and (@type = 'text' or @type = 'long' or @type = 'judge')">文</xsl:when>
      <xsl:when test="@kind = 'f' and (@type = 'source' or @type = 'finding' or @type = 'link')">注記</xsl:when>
      <xsl:when test="@kind = 'f'">計算</xsl:when>
      <xsl:when test="@kind = 'n'">番号</xsl:when>
      <xsl:when test="@kind = 'note'">注記</xsl:when>
      <xsl:otherwise>項目</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="borders">
    <xsl:attribute name="fo:border-left"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains(@edge, 'l')"/><xsl:with-param name="none" select="contains(@edge, 'w')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-right"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains(@edge, 'r')"/><xsl:with-param name="none" select="contains(@edge, 'o')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-top"><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains(@edge, 't')"/><xsl:with-param name="none" select="contains(@edge, 'u')"/></xsl:call-template></xsl:attribute>
    <xsl:attribute name="fo:border-bottom">
      <xsl:choose>
        <xsl:when test="../@class = 'total'">1.75pt double #000000</xsl:when>
        <xsl:otherwise><xsl:call-template name="line"><xsl:with-param name="heavy" select="contains(@edge, 'b')"/><xsl:with-param name="none" select="contains(@edge, 'd')"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:if test="../@class = 'total'">
      <xsl:attribute name="style:border-line-width-bottom">0.5pt 0.75pt 0.5pt</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="heavy"/>
    <xsl:param name="none"/>
    <xsl:choose>
      <xsl:when test="$none">none</xsl:when>
      <xsl:when test="$heavy">1.25pt solid #000000</xsl:when>
      <xsl:otherwise>0.25pt solid #000000</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Colour says nothing that the words in the cell do not say. -->
  <xsl:template name="conditions">
    <xsl:variable name="quoted"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="at" select="concat($quoted, '.', k:letter(@c), ../@r)"/>
    <xsl:variable name="cell" select="concat('[.', k:letter(@c), ../@r, ']')"/>
    <xsl:if test="../@years">
      <xsl:variable name="first" select="substring-before(../@years, '-')"/>
      <xsl:variable name="last" select="substring-after(../@years, '-')"/>
      <style:map style:apply-style-name="年度外" style:base-cell-address="{$at}">
        <xsl:attribute name="style:condition">
          <xsl:text>is-true-formula(OR(</xsl:text>
          <xsl:if test="$first != ''">年度_西暦&lt;<xsl:value-of select="$first"/></xsl:if>
          <xsl:if test="$first != '' and $last != ''">;</xsl:if>
          <xsl:if test="$last != ''">年度_西暦&gt;<xsl:value-of select="$last"/></xsl:if>
          <xsl:text>))</xsl:text>
        </xsl:attribute>
      </style:map>
    </xsl:if>
    <xsl:choose>
      <!-- of a long list, the rows in use and the next ten -->
      <xsl:when test="@kind = 'in' and ../@list">
        <style:map style:condition='is-true-formula(AND(画面の色="あり";ROW()-ROW(INDEX({../@list};1))&lt;COUNT({../@list})+10))' style:apply-style-name="入力欄の色" style:base-cell-address="{$at}"/>
      </xsl:when>
      <xsl:when test="@kind = 'in'">
        <style:map style:condition='is-true-formula(画面の色="あり")' style:apply-style-name="入力欄の色" style:base-cell-address="{$at}"/>
      </xsl:when>
      <xsl:when test="@kind = 'f'">
        <style:map style:condition='is-true-formula(ISERROR({$cell}))' style:apply-style-name="未計算" style:base-cell-address="{$at}"/>
        <xsl:if test="@level">
          <xsl:variable name="level" select="concat('[.$', k:letter(@level), ../@r, ']')"/>
          <style:map style:condition="is-true-formula({$level}=3)" style:apply-style-name="重大" style:base-cell-address="{$at}"/>
          <style:map style:condition="is-true-formula(OR({$level}=2;{$level}=4))" style:apply-style-name="警告" style:base-cell-address="{$at}"/>
        </xsl:if>
        <xsl:if test="not(@level) and (@type = 'judge' or @type = 'source')">
          <style:map style:condition='is-true-formula(LEFT({$cell};2)="不足")' style:apply-style-name="重大" style:base-cell-address="{$at}"/>
          <style:map style:condition='is-true-formula(LEFT({$cell};1)="要")' style:apply-style-name="警告" style:base-cell-address="{$at}"/>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="sheet-reference">
    <xsl:text>$'</xsl:text><xsl:value-of select="ancestor-or-self::sheet/@name"/><xsl:text>'</xsl:text>
  </xsl:template>

  <!-- ============================================================ validity of input -->

  <xsl:template match="cell" mode="validation">
    <xsl:variable name="type" select="$types[@name = current()/@type]"/>
    <xsl:variable name="label" select="../cell[@kind = 't'][1]"/>
    <xsl:variable name="at"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <table:content-validation table:name="v{../../@index}-{../@r}-{@c}" table:allow-empty-cell="true">
      <xsl:attribute name="table:condition">
        <xsl:text>of:</xsl:text>
        <xsl:choose>
          <xsl:when test="@type = 'choice'">
            <xsl:text>cell-content-is-in-list(</xsl:text>
            <xsl:for-each select="str:tokenize(@list, '|')">
              <xsl:if test="position() &gt; 1">;</xsl:if>
              <xsl:value-of select="concat('&quot;', ., '&quot;')"/>
            </xsl:for-each>
            <xsl:text>)</xsl:text>
          </xsl:when>
          <xsl:when test="contains($type/@rule, 'KENPO_')">
            <xsl:call-template name="functions">
              <xsl:with-param name="text" select="concat(substring-before($type/@rule, '@'), '[.', k:letter(@c), ../@r, ']', substring-after($type/@rule, '@'))"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$type/@rule"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@type = 'choice'"><xsl:attribute name="table:display-list">unsorted</xsl:attribute></xsl:if>
      <xsl:attribute name="table:base-cell-address">
        <xsl:value-of select="concat($at, '.', k:letter(@c), ../@r)"/>
      </xsl:attribute>
      <table:help-message table:display="true">
        <xsl:if test="$label != ''"><xsl:attribute name="table:title"><xsl:value-of select="substring($label, 1, 30)"/></xsl:attribute></xsl:if>
        <text:p>
          <xsl:value-of select="@hint"/>
          <xsl:if test="@hint and $type/@hint">。</xsl:if>
          <xsl:value-of select="$type/@hint"/>
        </text:p>
      </table:help-message>
      <table:error-message table:display="true" table:message-type="stop" table:title="入力できない値です">
        <text:p><xsl:value-of select="$type/@error"/></text:p>
      </table:error-message>
    </table:content-validation>
  </xsl:template>
</xsl:stylesheet>
