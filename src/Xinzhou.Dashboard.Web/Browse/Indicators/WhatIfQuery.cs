namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>A trial as the address asks for it; what is left out stays as it is.</summary>
/// <param name="Target">The target that is moved, by the identifier of its figure.</param>
/// <param name="Value">Another value, in the unit of the target.</param>
/// <param name="Year">Another year.</param>
/// <param name="Growth">Growth from the latest yearly value on: of levels in % a year, of rates in their unit a year.</param>
public sealed record WhatIfQuery(string? Target, string? Value, string? Year, string? Growth);
