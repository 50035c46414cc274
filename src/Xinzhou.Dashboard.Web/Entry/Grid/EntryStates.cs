namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>What the grid shows of the states of the domain.</summary>
public static class EntryStates
{
    /// <summary>The state as the grid shows it.</summary>
    public static EntryState Of(CellState state) => state switch
    {
        CellState.Error => EntryState.Error,
        CellState.SentBack => EntryState.SentBack,
        CellState.NeedsExplanation => EntryState.NeedsExplanation,
        CellState.Empty => EntryState.Empty,
        CellState.NotOccurred => EntryState.NotOccurred,
        CellState.NotObtained => EntryState.NotObtained,
        CellState.NotApplicable => EntryState.NotApplicable,
        CellState.Computed => EntryState.Computed,
        CellState.Exempt => EntryState.Exempt,
        _ => EntryState.Saved,
    };

    /// <summary>The class of the style sheet: needs-explanation.</summary>
    public static string Class(this EntryState state) => Domain.Code.Of(state).Replace('_', '-');

    /// <summary>True when the reporter has something to do about it.</summary>
    public static bool IsToDo(this EntryState state) =>
        state is EntryState.Error or EntryState.SentBack or EntryState.NeedsExplanation or EntryState.Empty or EntryState.TwoPeople;
}
