using Microsoft.JSInterop;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Rows that somebody puts in order. What is asked of the browser is in <c>js/work.js</c>; the rows themselves are the page's.</summary>
public sealed partial class RowList<T>(WorkScript script, IStringLocalizer<WorkPart> words)
{
    private const int LongFrom = 60;

    private ElementReference list;
    private DotNetObjectReference<RowList<T>>? self;
    private List<PlacedRow<T>> placed = [];
    private string? announced;

    /// <summary>Unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What the list is of.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The rows, in order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    /// <summary>Tells the rows apart, wherever they stand.</summary>
    [Parameter, EditorRequired]
    public required Func<T, string> KeyOf { get; set; }

    /// <summary>What a row is called when it is moved.</summary>
    [Parameter, EditorRequired]
    public required Func<T, string> NameOf { get; set; }

    /// <summary>The heads between the place and the buttons.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Head { get; set; }

    /// <summary>The cells between the place and the buttons. Where <c>data-col</c> stands, arrow keys go up and down.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<PlacedRow<T>> ChildContent { get; set; }

    /// <summary>Own classes of a row.</summary>
    [Parameter]
    public Func<T, string?>? RowClass { get; set; }

    /// <summary>Raised when a row is to stand somewhere else.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<RowMove<T>> OnMove { get; set; }

    /// <summary>Raised with a row that is to be taken out.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<T> OnRemove { get; set; }

    /// <summary>Own classes of the list.</summary>
    [Parameter]
    public string? Class { get; set; }

    private IStringLocalizer<WorkPart> Words => words;

    private bool IsLong => Items.Count > LongFrom;

    /// <summary>Puts the focus into a row, and the row in sight.</summary>
    /// <param name="key">The key of the row.</param>
    /// <param name="column">The <c>data-col</c> of the field; the handle if it has none of that name.</param>
    public Task GoToAsync(string key, string column) =>
        PlaceOf(key) is > 0 and var place ? script.GoToRowAsync(list, place, column) : Task.CompletedTask;

    /// <summary>The browser asks: so many places up or down.</summary>
    /// <returns>The place to which the focus goes; 0 for nowhere, here as below.</returns>
    [JSInvokable]
    public Task<int> MoveByAsync(string key, int by) => MoveAsync(key, PlaceOf(key) + by);

    /// <summary>The browser asks: to a place.</summary>
    [JSInvokable]
    public Task<int> MoveToAsync(string key, int place) => MoveAsync(key, place);

    /// <summary>The browser asks: out with it.</summary>
    [JSInvokable]
    public Task<int> RemoveAsync(string key) => AnswerAsync(async place =>
    {
        var item = Items[place - 1];
        await OnRemove.InvokeAsync(item);
        announced = words["RowRemoved", NameOf(item), Items.Count];
        return Math.Min(place, Items.Count);
    }, key);

    protected override void OnParametersSet()
    {
        if (Items.Count != placed.Count || !Items.SequenceEqual(placed.Select(p => p.Item)))
        {
            placed = [.. Items.Select((item, i) => new PlacedRow<T>(i + 1, item))];
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            await script.OrderRowsAsync(list, self);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) self?.Dispose();
        base.Dispose(disposing);
    }

    private Task<int> MoveAsync(string key, int asked) => AnswerAsync(async from =>
    {
        var place = Math.Clamp(asked, 1, Math.Max(1, Items.Count));
        if (from != place) await OnMove.InvokeAsync(new(Items[from - 1], place));
        announced = words["RowMoved", NameOf(Items[place - 1]), place, Items.Count];
        return place;
    }, key);

    // A call of the browser is no event of a component: what fails in it is caught here, and what it changed is drawn.
    private async Task<int> AnswerAsync(Func<int, Task<int>> act, string key)
    {
        var place = 0;
        await InvokeAsync(async () =>
        {
            await GuardAsync(async () => place = PlaceOf(key) is > 0 and var from ? await act(from) : 0);
            StateHasChanged();
        });
        return place;
    }

    private int PlaceOf(string key) => 1 + Items.ToList().FindIndex(i => KeyOf(i) == key);
}
