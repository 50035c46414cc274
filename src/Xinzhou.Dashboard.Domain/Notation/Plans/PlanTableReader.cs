namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Reads the plan's file (CONTRACTS, 6). A pure function of its tables and the options; every fault there is, is found.</summary>
public sealed class PlanTableReader
{
    public static PlanReading Read(IReadOnlyList<PlanTable> tables, PlanReadingOptions options) => throw new NotImplementedException();
}
