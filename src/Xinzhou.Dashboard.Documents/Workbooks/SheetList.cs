using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>The sheets of a workbook, and which of them is read.</summary>
internal sealed class SheetList
{
    private const int MaxSheets = 1000;

    /// <summary>Rows among which a mark is looked for.</summary>
    private const int MaxMarkedRows = 50;

    private readonly int _firstTab;

    public SheetList(WorkbookPart workbook)
    {
        using var xml = WorkbookXml.Open(workbook.GetStream(FileMode.Open, FileAccess.Read));
        var isOfCalc = false;
        while (xml.Read() && Sheets.Count < MaxSheets)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && RelationOf(xml) is { } id && workbook.Parts.FirstOrDefault(p => p.RelationshipId == id).OpenXmlPart is WorksheetPart part)
            {
                Sheets.Add(new(xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is null or "visible", part));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "fileVersion" })
            {
                isOfCalc = xml.GetAttribute("appName") == "Calc";
            }
            else if (isOfCalc && xml is { NodeType: XmlNodeType.Element, LocalName: "workbookView" })
            {
                _firstTab = int.TryParse(xml.GetAttribute("firstSheet"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
        }
    }

    public List<Sheet> Sheets { get; } = [];

    /// <summary>The first sheet that is visible: of what LibreOffice wrote, which hides by that alone, of those whose tab is in sight.</summary>
    public Sheet FirstVisible => Sheets.Skip(_firstTab).FirstOrDefault(s => s.IsVisible) ?? Sheets.Find(s => s.IsVisible) ?? Sheets[0];

    /// <summary>True where days count from 1904.</summary>
    public bool From1904 { get; }

    /// <summary>The sheets that have a mark in their first column; the visible ones if any of them has.</summary>
    public IReadOnlyList<Sheet> Marked(Func<string, bool> mark, SharedTexts shared)
    {
        var marked = Sheets.Where(s => IsMarked(s, mark, shared)).ToArray();
        return marked.Any(s => s.IsVisible) ? [.. marked.Where(s => s.IsVisible)] : marked;
    }

    /// <summary>True when anything stands in a sheet.</summary>
    public static bool HasData(Sheet sheet)
    {
        using var xml = WorkbookXml.Open(sheet.Part.GetStream(FileMode.Open, FileAccess.Read));
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarked(Sheet sheet, Func<string, bool> mark, SharedTexts shared)
    {
        var (rows, isFirst, type) = (0, false, (string?)null);
        using var xml = WorkbookXml.Open(sheet.Part.GetStream(FileMode.Open, FileAccess.Read));
        while (xml.Read() && rows <= MaxMarkedRows)
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : null)
            {
                case "row":
                    rows++;
                    break;
                case "c":
                    isFirst = xml.GetAttribute("r") is { } cell && cell.Length > 1 && cell[0] == 'A' && char.IsAsciiDigit(cell[1]);
                    type = xml.GetAttribute("t");
                    break;
                case "is" when isFirst && mark(WorkbookXml.ReadString(xml)):
                    return true;
                case "v" when isFirst:
                    var value = xml.ReadElementContentAsString();
                    if (mark(type != "s" ? value
                        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : ""))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static string? RelationOf(XmlReader xml)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return null;
    }

    /// <summary>A sheet.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsVisible">False for one that is hidden.</param>
    /// <param name="Part">Where it stands.</param>
    internal sealed record Sheet(string Name, bool IsVisible, WorksheetPart Part);
}
