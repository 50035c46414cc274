using Xinzhou.Dashboard.Documents.Returns;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>
/// The words of a return's workbook, in the language of the request; a workbook that comes back may have been made in the
/// other one.
/// </summary>
/// <param name="text">The words.</param>
/// <param name="words">How the grid words rows.</param>
/// <param name="secrecy">The fixed notice of pages on which something is entered.</param>
/// <param name="foot">The fixed sentences of every page foot and export.</param>
/// <param name="demonstration">The mark of made-up data.</param>
public sealed class WorkbookText(
    IStringLocalizer<WorkbookText> text, EntryText words, IStringLocalizer<SecrecyNotice> secrecy, IStringLocalizer<SiteFoot> foot,
    IStringLocalizer<DemonstrationBar> demonstration)
{
    private static readonly bool[] English = [false, true];

    /// <summary>The words of a workbook.</summary>
    public ReturnWorkbookWords Words(EntryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var mark = view.Snapshot.Demonstration ? demonstration["Mark"].Value : null;
        return new()
        {
            Column = Head,
            Row = row => words.Name(row, view, withUnit: false),
            Unit = Names.Of,
            Blank = words.Blank,
            Sheet = mark is null ? text["Sheet"] : text["SheetMarked", mark],
            HelpSheet = text["HelpSheet"],
            Help = [.. Help(view)],
            Title = Title(view),
            Foot = mark is null ? foot["Internal"] : $"{mark} {foot["Internal"]}",
            NumbersOnly = text["NumbersOnly"],
            GrowthOnly = text["GrowthOnly"],
            BlanksOnly = text["BlanksOnly"],
            NotAsked = NotAsked,
        };
    }

    /// <summary>产业能级季度表-某单位-2026年三季度.xlsx.</summary>
    /// <param name="view">The return.</param>
    /// <param name="annotated">True for one that is given back.</param>
    public string FileName(EntryView view, bool annotated = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        string?[] parts =
        [
            view.Snapshot.Demonstration ? demonstration["Mark"].Value : null,
            FormName(view.Return.Form), view.Return.Department.Name, view.Return.Quarter.Name(Languages.IsEnglish),
            annotated ? text["Annotated"].Value : null,
        ];
        return string.Join('-', parts.Where(p => p is not null)) + ".xlsx";
    }

    /// <summary>The reason of absence that a text names in either language; null for another text.</summary>
    public BlankReason? BlankOf(string written) => InEither(() => words.BlankOf(written)).FirstOrDefault(b => b is not null);

    /// <summary>Whether a text is what the workbook itself writes into cells that are not asked for.</summary>
    public bool IsNotAsked(string written) =>
        InEither(() => Enum.GetValues<CellState>().Any(s => NotAsked(s) == written)).Any(found => found);

    /// <summary>Whether the columns stand where the workbook has put them, up to the last that is filled.</summary>
    public bool HasHeads(IReadOnlyList<string> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        return InEither(() => Enum.GetValues<ReturnColumn>().TakeWhile(c => c < ReturnColumn.Remark)
            .All(c => (int)c < heads.Count && heads[(int)c] == Head(c))).Any(same => same);
    }

    /// <summary>What a row shows to whoever fills it in where that is not what its hidden key says, in either language; null where they agree.</summary>
    public string? Differing(ReturnRowShown shown, FormRow row, EntryView view)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(row);
        return !Is(shown.Number, row.Number.ToString(CultureInfo.InvariantCulture)) ? shown.Number
            : !Is(shown.Indicator, [.. InEither(() => words.Name(row, view, withUnit: false)), .. Earlier(row, view)]) ? shown.Indicator
            : row.Unit is { } unit && !Is(shown.StatisticalUnit, [.. InEither(() => Names.Of(unit)), unit.Name]) ? shown.StatisticalUnit
            : !Is(shown.Uom, row.Uom) ? shown.Uom
            : null;

        // A cell that was emptied says nothing against the key.
        static bool Is(string? written, params string[] names) => written is null || names.Any(n => PlainText.Key(n) == PlainText.Key(written));
    }

    /// <summary>What a task was called before: the workbook may have gone out then.</summary>
    private IEnumerable<string> Earlier(FormRow row, EntryView view) => row.Task is not { } task ? []
        : view.Snapshot.PlanBook.VersionsOf(task, new(view.Now)).SelectMany(t => InEither(() => words.Task(task, t.Title)));

    /// <summary>无数值原因: the head of a column.</summary>
    public string Head(ReturnColumn column) => text[$"Column{column}"];

    /// <summary>Why a file cannot be read at all.</summary>
    public string Sentence(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Reason switch
        {
            FaultReason.Expansion or FaultReason.FileTooLarge or FaultReason.TooMuchText or FaultReason.TooManyRows or FaultReason.TooManyCells => text["FileTooMuch"],
            FaultReason.EmptyFile => text["FileNotAReturn"],
            FaultReason.OdsFile or FaultReason.WebPage or FaultReason.SpreadsheetMl or FaultReason.OldWorkbook or FaultReason.BinaryWorkbook
                or FaultReason.OtherDocument or FaultReason.SeveralSheets => fault.Sentence(),
            _ => text["FileFormat"],
        };
    }

    /// <summary>第4行 本期累计：不是数字.</summary>
    public string Remark(string place, string said) => text["Remark", place, said];

    /// <summary>为什么：…, at the end of the remarks.</summary>
    public string Why(string found) => text["Why", found];

    /// <summary>The file is longer than may be sent.</summary>
    public string TooLarge(int megabytes) => text["FileTooLarge", megabytes];

    /// <summary>A workbook that was not made from a return, or from several.</summary>
    public string NotAReturn => text["FileNotAReturn"];

    /// <summary>A workbook whose columns were moved.</summary>
    public string OtherColumns => text["FileOtherColumns"];

    /// <summary>The workbook of another return.</summary>
    public string OtherReturn => text["FileOtherReturn"];

    private string NotAsked(CellState state) => text[state == CellState.Computed ? "Computed" : "Exempt"];

    private static string FormName(ReturnForm form) => Languages.IsEnglish ? form.NameEn ?? form.Name : form.Name;

    private IEnumerable<string> Help(EntryView view)
    {
        if (view.Snapshot.Demonstration) yield return Remark(demonstration["Mark"], demonstration["Sentence"]);
        yield return Title(view);
        yield return text["HelpDue", Moment(view.Return.Dates.DueAt), Moment(view.Now)];
        foreach (var line in new[] { "HelpOpen", "HelpBlank", "HelpColours", "HelpExplain", "HelpShape", "HelpUpload", "HelpOthers" })
        {
            yield return text[line];
        }

        yield return secrecy["Notice"];
        yield return foot["Internal"];
    }

    private static string Title(EntryView view) =>
        $"{FormName(view.Return.Form)}　{view.Return.Department.Name}　{view.Return.Quarter.Name(Languages.IsEnglish)}";

    private static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(Shanghai.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static T[] InEither<T>(Func<T> ask) => [.. English.Select(english =>
    {
        using var _ = Language.Use(english);
        return ask();
    })];
}
