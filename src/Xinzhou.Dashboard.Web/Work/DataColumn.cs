namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A column of a <see cref="DataList{T}"/>: its head, what stands in a row, and by what it sorts.</summary>
public sealed class DataColumn<T> : ComponentBase, IDisposable
    where T : notnull
{
    /// <summary>The head.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What stands in a row.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }

    /// <summary>By what the list is sorted when the head is pressed; null for a column that does not sort.</summary>
    [Parameter]
    public Func<T, object?>? SortBy { get; set; }

    /// <summary>Names the row: on a phone it is the heading of the card.</summary>
    [Parameter]
    public bool Main { get; set; }

    /// <summary>Numbers, to the right.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>Own classes of the cells.</summary>
    [Parameter]
    public string? Class { get; set; }

    [CascadingParameter]
    private DataList<T>? List { get; set; }

    /// <inheritdoc/>
    public void Dispose() => List?.Remove(this);

    internal string Classes => $"{(Main ? "main" : null)} {(Numeric ? "num" : null)} {Class}";

    protected override void OnInitialized() => List?.Add(this);
}
