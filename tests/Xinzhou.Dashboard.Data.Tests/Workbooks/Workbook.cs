using System.IO.Compression;
using System.Text;

namespace Xinzhou.Dashboard.Data.Tests.Workbooks;

/// <summary>Workbooks made part by part, as other programs could write them.</summary>
internal static class Workbook
{
    /// <summary>A workbook with the given rows of the sheet, in the XML of the format.</summary>
    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    /// <param name="formats">Number formats: style 1 is the first.</param>
    /// <param name="shared">Shared strings, each the inside of an <c>si</c>.</param>
    /// <param name="date1904">Whether days count from 1904.</param>
    /// <param name="font">What stands in the font of one more style, the one after those of the formats.</param>
    /// <param name="more">Further parts by name.</param>
    public static byte[] Of(
        string rows, string[]? formats = null, string[]? shared = null, bool date1904 = false, string font = "",
        params (string Name, byte[] Content)[] more)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        formats ??= [];
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add("[Content_Types].xml",
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>
                <Override PartName="/xl/sheet.xml" ContentType="{Kind}.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>
                <Override PartName="/xl/strings.xml" ContentType="{Kind}.sharedStrings+xml"/></Types>
                """);
            Add("_rels/.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(date1904 ? 1 : 0)}"/><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels",
                $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="s" Type="{Relations}/worksheet" Target="sheet.xml"/><Relationship Id="t" Type="{Relations}/styles" Target="styles.xml"/>
                <Relationship Id="u" Type="{Relations}/sharedStrings" Target="strings.xml"/></Relationships>
                """);
            Add("xl/styles.xml",
                $"""
                <styleSheet xmlns="{Main}"><numFmts>{string.Concat(formats.Select((f, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{f.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"))}</numFmts>
                <fonts><font/><font>{font}</font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>
                <cellXfs><xf/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\" applyNumberFormat=\"1\"/>"))}<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>
                """);
            Add("xl/strings.xml", $"""<sst xmlns="{Main}">{string.Concat((shared ?? []).Select(s => $"<si>{s}</si>"))}</sst>""");
            Add("xl/sheet.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            foreach (var (name, content) in more)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }

            void Add(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A row of inline strings.</summary>
    public static string Row(params string[] cells) =>
        $"<row>{string.Concat(cells.Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";
}
