namespace Xinzhou.Dashboard.Domain.Time;

/// <summary>A day for which the yearly notice on holidays says something else than the week does.</summary>
/// <param name="Year">The year of the notice; its days can lie in the years beside it.</param>
/// <param name="Day">The day.</param>
/// <param name="IsWorking">False for a day off, true for a day at the weekend that is worked instead.</param>
/// <param name="Name">The holiday it belongs to: 国庆节.</param>
/// <param name="Source">Where the notice is published.</param>
public sealed record ArrangedDay(int Year, DateOnly Day, bool IsWorking, string Name, string Source);
