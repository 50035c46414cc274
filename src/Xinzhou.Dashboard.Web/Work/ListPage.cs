namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// A work page with a list, and one of its rows beside it. What is listed and which row is chosen stand in the address;
/// the focus returns to the row whose details are closed.
/// </summary>
/// <typeparam name="TRow">A row.</typeparam>
public abstract class ListPage<TRow> : WorkPage
    where TRow : class
{
    private int asked;
    private int shownOf;

    /// <summary>All rows.</summary>
    protected IReadOnlyList<TRow> Rows { get; private set; } = [];

    /// <summary>Those that the filter lets through.</summary>
    protected IReadOnlyList<TRow> Listed { get; private set; } = [];

    /// <summary>The row beside the list; null for none.</summary>
    protected TRow? Chosen { get; private set; }

    /// <summary>Whether the dialog is open that makes a row.</summary>
    protected bool Creating { get; set; }

    /// <summary>The address of the page.</summary>
    [Inject]
    protected Address Address { get; set; } = null!;

    [Inject]
    private WorkScript Script { get; set; } = null!;

    /// <summary>Reads the rows.</summary>
    protected abstract Task<IReadOnlyList<TRow>> ReadAsync();

    /// <summary>What a row is called in the address; its button has the identifier <c>open-</c> with it.</summary>
    protected abstract string KeyOf(TRow row);

    /// <summary>Whether the filter lets a row through.</summary>
    protected abstract bool IsListed(TRow row);

    /// <summary>The address of the list as it is filtered, with a row beside it or none.</summary>
    protected abstract string AddressOf(string? key);

    /// <summary>Whether a row is the chosen one.</summary>
    protected bool IsChosen(TRow row) => Chosen is not null && KeyOf(row) == KeyOf(Chosen);

    /// <summary>Reads the rows for the first time and chooses one; null for none.</summary>
    protected async Task BeginAsync(string? key)
    {
        await GuardAsync(ReloadAsync);
        Chosen = Find(key);
    }

    /// <summary>Reads the rows anew.</summary>
    protected async Task ReloadAsync()
    {
        var mine = ++asked;
        var rows = await ReadAsync();
        // What was asked for later is newer.
        if (mine < shownOf) return;
        (shownOf, Rows) = (mine, rows);
        Chosen = Chosen is null ? null : Find(KeyOf(Chosen));
        List();
    }

    /// <summary>Lists by what the filter has become.</summary>
    protected Task RefilterAsync()
    {
        List();
        return ShowAddressAsync();
    }

    /// <summary>Reads the rows anew and chooses the one that was made.</summary>
    protected async Task ShowAsync(string key)
    {
        await ReloadAsync();
        Chosen = Find(key);
        await ShowAddressAsync();
    }

    /// <summary>Puts a row beside the list.</summary>
    protected Task ChooseAsync(TRow row)
    {
        Chosen = row;
        return ShowAddressAsync();
    }

    /// <summary>Leaves the list alone again.</summary>
    protected async Task CloseAsync()
    {
        var left = Chosen;
        Chosen = null;
        await ShowAddressAsync();
        // Who has chosen another meanwhile is there.
        if (left is not null && Chosen is null)
        {
            await Script.FocusAsync($"open-{KeyOf(left)}");
        }
    }

    private TRow? Find(string? key) => Rows.FirstOrDefault(r => KeyOf(r) == key);

    private Task ShowAddressAsync() => Script.ShowAddressAsync(AddressOf(Chosen is null ? null : KeyOf(Chosen)));

    private void List() => Listed = [.. Rows.Where(IsListed)];
}
