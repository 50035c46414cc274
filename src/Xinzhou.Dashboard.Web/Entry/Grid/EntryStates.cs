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

    /// <summary>The states about which the reporter has something to do, the most urgent first.</summary>
    public static IReadOnlyList<EntryState> ToDo { get; } =
        [EntryState.Error, EntryState.TwoPeople, EntryState.SentBack, EntryState.NeedsExplanation, EntryState.Empty];

    /// <summary>True when the reporter has something to do about it.</summary>
    public static bool IsToDo(this EntryState state) => ToDo.Contains(state);
}
