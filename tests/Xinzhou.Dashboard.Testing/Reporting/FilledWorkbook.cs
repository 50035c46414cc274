using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Xinzhou.Dashboard.Testing.Reporting;

/// <summary>Fills cells of a workbook as a person would, by editing what the file holds; everything else stays byte for byte.</summary>
public static class FilledWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes cells of the first sheet.</summary>
    /// <param name="content">The workbook.</param>
    /// <param name="cells">
    /// References (J2) with what is written: a decimal is a number, a text beginning with = a formula, another text a text,
    /// null an emptied cell.
    /// </param>
    public static byte[] Fill(byte[] content, params (string Cell, object? Value)[] cells)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(cells);
        return Edit(content, sheet =>
        {
            foreach (var (reference, value) in cells) Write(CellOf(sheet, reference), value);
        });
    }

    /// <summary>What stands in a cell of the first sheet, as inline text or number; null when nothing does.</summary>
    public static string? Text(byte[] content, string reference)
    {
        ArgumentNullException.ThrowIfNull(content);
        XElement? found = null;
        Edit(content, sheet => found = sheet.Descendants(Main + "c").FirstOrDefault(c => (string?)c.Attribute("r") == reference));
        return found is null || found.Value.Length == 0 ? null : found.Value;
    }

    private static byte[] Edit(byte[] content, Action<XElement> change)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            // The instructions have one column; the return has its checks.
            var entry = zip.Entries.First(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && Load(e).Descendants(Main + "dataValidations").Any());
            var sheet = Load(entry);
            change(sheet.Root!);
            using var part = entry.Open();
            part.SetLength(0);
            sheet.Save(part);
        }

        return stream.ToArray();
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    private static XElement CellOf(XElement sheet, string reference)
    {
        var line = reference.TrimStart([.. Enumerable.Range('A', 26).Select(c => (char)c)]);
        var data = sheet.Element(Main + "sheetData")!;
        var row = data.Elements(Main + "row").FirstOrDefault(r => (string?)r.Attribute("r") == line);
        if (row is null) data.Add(row = new(Main + "row", new XAttribute("r", line)));
        if (row.Elements(Main + "c").FirstOrDefault(c => (string?)c.Attribute("r") == reference) is { } found) return found;
        var cell = new XElement(Main + "c", new XAttribute("r", reference));
        if (row.Elements(Main + "c").LastOrDefault(c => string.CompareOrdinal((string?)c.Attribute("r"), reference) < 0) is { } before) before.AddAfterSelf(cell);
        else row.AddFirst(cell);
        return cell;
    }

    private static void Write(XElement cell, object? value)
    {
        cell.RemoveNodes();
        cell.Attribute("t")?.Remove();
        switch (value)
        {
            case string formula when formula.StartsWith('='):
                cell.Add(new XElement(Main + "f", formula[1..]), new XElement(Main + "v", "2"));
                break;
            case string text:
                cell.SetAttributeValue("t", "inlineStr");
                cell.Add(new XElement(Main + "is", new XElement(Main + "t", text)));
                break;
            case not null:
                cell.Add(new XElement(Main + "v", Convert.ToString(value, CultureInfo.InvariantCulture)));
                break;
        }
    }
}
