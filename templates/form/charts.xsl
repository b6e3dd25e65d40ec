<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MPL-2.0
     charts.xsl: a chart of the cells of named blocks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:k="urn:org.kenpocalc:form"
    xmlns:str="http://exslt.org/strings"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"
    exclude-result-prefixes="k str">

  <!-- Cells of a block: $'図'.$C$8:$'図'.$C$12 -->
  <xsl:template name="block-address">
    <xsl:param name="block"/>
    <xsl:param name="column" select="$block/@c"/>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <xsl:variable name="letter" select="k:letter($column)"/>
    <xsl:value-of select="concat($sheet, '.$', $letter, '$', $block/@r, ':', $sheet, '.$', $letter, '$', $block/@to-r)"/>
  </xsl:template>

  <xsl:template name="chart">
    <xsl:variable name="width" select="sum(ancestor::sheet/k:column/@width) - 4"/>
    <xsl:variable name="height" select="substring-before(../@height, 'mm') - 4"/>
    <xsl:variable name="cell" select="."/>
    <draw:frame draw:style-name="図の枠" svg:x="2mm" svg:y="2mm" svg:width="{$width}mm" svg:height="{$height}mm" draw:name="{@title}">
      <draw:object>
        <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart">
          <office:automatic-styles>
            <xsl:call-template name="chart-styles"/>
          </office:automatic-styles>
          <office:body>
            <office:chart>
              <chart:chart chart:class="chart:bar" svg:width="{$width}mm" svg:height="{$height}mm" chart:style-name="chart">
                <xsl:if test="@shape = 'stack'"><chart:legend chart:legend-position="bottom" chart:style-name="legend"/></xsl:if>
                <chart:plot-area chart:style-name="plot">
                  <chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="labels">
                    <chart:categories>
                      <xsl:attribute name="table:cell-range-address">
                        <xsl:call-template name="block-address">
                          <xsl:with-param name="block" select="ancestor::sheet/name[@name = str:tokenize($cell/@values, ' ')[1]]"/>
                          <xsl:with-param name="column" select="@labels"/>
                        </xsl:call-template>
                      </xsl:attribute>
                    </chart:categories>
                  </chart:axis>
                  <chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="axis">
                    <xsl:if test="@shape != 'bar'"><chart:grid chart:class="major" chart:style-name="grid"/></xsl:if>
                  </chart:axis>
                  <xsl:for-each select="str:tokenize(@values, ' ')">
                    <xsl:variable name="name" select="string(.)"/>
                    <xsl:variable name="place" select="position()"/>
                    <xsl:for-each select="$cell">
                      <xsl:call-template name="series">
                        <xsl:with-param name="block" select="ancestor::sheet/name[@name = $name]"/>
                        <xsl:with-param name="style" select="concat('series', $place)"/>
                      </xsl:call-template>
                    </xsl:for-each>
                  </xsl:for-each>
                  <xsl:if test="@line">
                    <xsl:call-template name="series">
                      <xsl:with-param name="block" select="ancestor::sheet/name[@name = $cell/@line]"/>
                      <xsl:with-param name="style" select="'line'"/>
                      <xsl:with-param name="class" select="'chart:line'"/>
                    </xsl:call-template>
                  </xsl:if>
                  <chart:wall chart:style-name="wall"/>
                </chart:plot-area>
              </chart:chart>
            </office:chart>
          </office:body>
        </office:document>
      </draw:object>
      <svg:title><xsl:value-of select="@title"/></svg:title>
      <svg:desc><xsl:value-of select="@says"/></svg:desc>
    </draw:frame>
  </xsl:template>

  <!-- named by the head of its column -->
  <xsl:template name="series">
    <xsl:param name="block"/>
    <xsl:param name="style"/>
    <xsl:param name="class" select="'chart:bar'"/>
    <xsl:variable name="head" select="ancestor::sheet/row[@kind = 'head' and @r &lt; $block/@r][last()]"/>
    <xsl:variable name="sheet"><xsl:call-template name="sheet-reference"/></xsl:variable>
    <chart:series chart:class="{$class}" chart:style-name="{$style}">
      <xsl:attribute name="chart:values-cell-range-address"><xsl:call-template name="block-address"><xsl:with-param name="block" select="$block"/></xsl:call-template></xsl:attribute>
      <xsl:attribute name="chart:label-cell-address"><xsl:value-of select="concat($sheet, '.$', k:letter($block/@c), '$', $head/@r)"/></xsl:attribute>
      <!-- a line through the middles of the columns would end within the first and the last: their mean does not -->
      <xsl:if test="$class = 'chart:line'"><chart:mean-value chart:style-name="mean"/></xsl:if>
    </chart:series>
  </xsl:template>

  <xsl:template name="chart-styles">
    <xsl:variable name="sideways" select="@shape != 'column'"/>
    <number:percentage-style style:name="percent"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>
    <number:percentage-style style:name="percent1"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>
    <number:number-style style:name="amount"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
    <number:number-style style:name="rate"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1"/></number:number-style>
    <style:style style:name="chart" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>
    <style:style style:name="legend" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/><xsl:call-template name="chart-letters"><xsl:with-param name="size" select="'9pt'"/></xsl:call-template></style:style>
    <style:style style:name="wall" style:family="chart"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>
    <style:style style:name="plot" style:family="chart">
      <style:chart-properties chart:vertical="{$sideways}" chart:stacked="{@shape = 'stack'}" chart:include-hidden-cells="true" chart:auto-position="true" chart:auto-size="true"/>
    </style:style>
    <style:style style:name="labels" style:family="chart">
      <style:chart-properties chart:display-label="true" chart:reverse-direction="{@shape = 'bar'}" chart:tick-marks-major-outer="false"/>
      <style:graphic-properties draw:stroke="solid" svg:stroke-color="#808080"/>
      <xsl:call-template name="chart-letters"/>
    </style:style>
    <style:style style:name="axis" style:family="chart">
      <xsl:attribute name="style:data-style-name"><xsl:call-template name="chart-number"/></xsl:attribute>
      <style:chart-properties chart:display-label="{@shape != 'bar'}" chart:minimum="0" chart:link-data-style-to-source="false" chart:tick-marks-major-outer="false"/>
      <style:graphic-properties draw:stroke="none"/>
      <xsl:call-template name="chart-letters"/>
    </style:style>
    <style:style style:name="grid" style:family="chart"><style:graphic-properties draw:stroke="solid" svg:stroke-color="#cccccc"/></style:style>
    <xsl:variable name="chart" select="."/>
    <xsl:for-each select="str:tokenize('#6f9bc8 #c5d6e8 #1f3864', ' ')">
      <style:style style:name="series{position()}" style:family="chart">
        <xsl:if test="$chart/@percent"><xsl:attribute name="style:data-style-name">percent1</xsl:attribute></xsl:if>
        <!-- the third part of a bar is too small for its number -->
        <style:chart-properties chart:gap-width="40" chart:overlap="0" chart:link-data-style-to-source="{not($chart/@percent)}">
          <xsl:if test="position() &lt; 3"><xsl:attribute name="chart:data-label-number">value</xsl:attribute></xsl:if>
        </style:chart-properties>
        <style:graphic-properties draw:fill="solid" draw:fill-color="{.}" draw:stroke="none"/>
        <xsl:call-template name="chart-letters"/>
      </style:style>
    </xsl:for-each>
    <style:style style:name="line" style:family="chart">
      <style:chart-properties chart:symbol-type="none" chart:mean-value="true"/>
      <style:graphic-properties draw:stroke="none"/>
    </style:style>
    <style:style style:name="mean" style:family="chart">
      <style:graphic-properties draw:stroke="solid" svg:stroke-color="#b00000" svg:stroke-width="0.5mm"/>
    </style:style>
  </xsl:template>

  <!-- A chart takes no list of families: one that the others stand in for where it is missing. -->
  <xsl:template name="chart-letters">
    <xsl:param name="size" select="'8pt'"/>
    <style:text-properties fo:font-family="Noto Serif CJK JP" style:font-family-asian="Noto Serif CJK JP" fo:font-size="{$size}" style:font-size-asian="{$size}"/>
  </xsl:template>

  <xsl:template name="chart-number">
    <xsl:choose>
      <xsl:when test="@percent">percent</xsl:when>
      <xsl:when test="@shape = 'stack'">rate</xsl:when>
      <xsl:otherwise>amount</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
