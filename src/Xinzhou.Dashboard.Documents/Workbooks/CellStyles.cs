using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>The number formats of a workbook's cell styles, and which of them raise, lower or strike out the whole cell. Read piece by piece.</summary>
internal sealed class CellStyles
{
    /// <summary>The dress of a cell that is struck out.</summary>
    public const string Struck = "strike";

    /// <summary>More styles than any program writes.</summary>
    private const int MaxStyles = 65_536;

    private readonly List<(NumberFormat Format, int Font)> _formats = [];
    private readonly List<string?> _dresses = [];

    public CellStyles(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return;
        }

        var own = new Dictionary<int, NumberFormat>();
        var read = new Dictionary<int, NumberFormat>();
        var inCells = false;
        using var xml = WorkbookXml.Open(part.GetStream(FileMode.Open, FileAccess.Read));
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" })
            {
                inCells = false;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "numFmt" when xml.GetAttribute("formatCode") is { } code && own.Count < MaxStyles:
                    own.TryAdd(Number(xml.GetAttribute("numFmtId")), NumberFormat.Parse(code));
                    break;
                case "font" when _dresses.Count < MaxStyles && xml.Depth == 2:
                    _dresses.Add(null);
                    break;
                case "vertAlign" when _dresses.Count > 0 && _formats.Count == 0 && xml.GetAttribute("val") is "superscript" or "subscript":
                    _dresses[^1] ??= xml.GetAttribute("val");
                    break;
                case "strike" when _dresses.Count > 0 && _formats.Count == 0 && WorkbookXml.IsOn(xml):
                    _dresses[^1] = Struck;
                    break;
                case "cellXfs":
                    inCells = !xml.IsEmptyElement;
                    break;
                case "xf" when inCells && _formats.Count < MaxStyles:
                    var id = Number(xml.GetAttribute("numFmtId"));
                    if (!read.TryGetValue(id, out var format))
                    {
                        read[id] = format = own.TryGetValue(id, out var written) ? written : NumberFormat.BuiltIn(id);
                    }

                    _formats.Add((format, Number(xml.GetAttribute("fontId"))));
                    break;
            }
        }
    }

    /// <summary>The format of a style; General for one that is not there.</summary>
    /// <param name="style">The attribute <c>s</c> of a cell.</param>
    public NumberFormat FormatOf(string? style) => Find(style)?.Format ?? NumberFormat.General;

    /// <summary>
    /// <c>superscript</c> or <c>subscript</c> where the style raises or lowers the whole cell, <see cref="Struck"/> where it
    /// strikes it out; null otherwise.
    /// </summary>
    /// <param name="style">The attribute <c>s</c> of a cell.</param>
    public string? DressOf(string? style) =>
        Find(style) is { } found && found.Font < _dresses.Count ? _dresses[found.Font] : null;

    private (NumberFormat Format, int Font)? Find(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Count ? _formats[index] : null;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
