namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>What the article leaves open.</summary>
/// <param name="NotStated">What it does not state (原文未载明).</param>
/// <param name="Ambiguities">What it leaves ambiguous.</param>
public sealed record NotesItem(IReadOnlyList<string> NotStated, IReadOnlyList<string> Ambiguities);
