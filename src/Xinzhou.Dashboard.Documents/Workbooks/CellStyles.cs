using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>The number formats of a workbook's cell styles.</summary>
internal sealed class CellStyles
{
    private readonly NumberFormat[] _formats;

    public CellStyles(WorkbookPart workbook)
    {
        var stylesheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = stylesheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.NumberFormatId is not null && f.FormatCode?.Value is not null)
            .GroupBy(f => (int)f.NumberFormatId!.Value)
            .ToDictionary(g => g.Key, g => NumberFormat.Parse(g.First().FormatCode!.Value!)) ?? [];
        _formats =
        [
            .. stylesheet?.CellFormats?.Elements<CellFormat>().Select(f => (int)(f.NumberFormatId?.Value ?? 0))
                .Select(id => own.TryGetValue(id, out var format) ? format : NumberFormat.BuiltIn(id)) ?? [],
        ];
    }

    /// <summary>The format of a style; General for one that is not there.</summary>
    /// <param name="style">The attribute <c>s</c> of a cell.</param>
    public NumberFormat FormatOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Length
            ? _formats[index]
            : default;
}
