namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Rows of a list with sorting, for lists, filters and details; never for entering a block of values.</summary>
public sealed partial class DataList<T>
{
    private const int LongFrom = 100;

    // Names as a Chinese reader looks them up.
    private static readonly StringComparer Names = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.None);

    private readonly List<DataColumn<T>> columns = [];
    private DataColumn<T>? sorted;
    private bool isDescending;

    /// <summary>The rows, in the order that holds until somebody sorts.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    /// <summary>What the list is of.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The columns.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What is said when there is no row.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Whether a row is the one that is looked at.</summary>
    [Parameter]
    public Func<T, bool>? IsSelected { get; set; }

    /// <summary>The height of a long list, which scrolls in itself.</summary>
    [Parameter]
    public string Height { get; set; } = "min(66vh, 720px)";

    /// <summary>Own classes.</summary>
    [Parameter]
    public string? Class { get; set; }

    private bool IsLong => Items.Count > LongFrom;

    private IEnumerable<T> Sorted => sorted?.SortBy is not { } key ? Items
        : isDescending ? Items.OrderByDescending(key, Comparer<object?>.Create(Compare))
        : Items.OrderBy(key, Comparer<object?>.Create(Compare));

    internal void Add(DataColumn<T> column)
    {
        columns.Add(column);
        StateHasChanged();
    }

    internal void Remove(DataColumn<T> column) => columns.Remove(column);

    private static int Compare(object? a, object? b) =>
        a is string x && b is string y ? Names.Compare(x, y) : Comparer<object?>.Default.Compare(a, b);

    private string? SortOf(DataColumn<T> column) =>
        column.SortBy is null ? null : column != sorted ? "none" : isDescending ? "descending" : "ascending";

    private void Sort(DataColumn<T> column) =>
        (sorted, isDescending) = column == sorted ? (isDescending ? null : column, !isDescending) : (column, false);
}
