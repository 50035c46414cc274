namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What may be done with a return in a state.</summary>
public static class ReturnStates
{
    /// <summary>True while the reporter enters.</summary>
    public static bool TakesEntries(this ReturnState state) =>
        state is ReturnState.Open or ReturnState.InProgress or ReturnState.Returned or ReturnState.Correcting;

    /// <summary>True while it waits for the reporter, so that a due date speaks to him.</summary>
    public static bool IsOwed(this ReturnState state) => state.TakesEntries() && state != ReturnState.Correcting;
}
