namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>A feature of a request that was answered with 503: what is the matter with PostgreSQL.</summary>
/// <param name="Matter">What decides what helps, to wait or to call somebody: <c>Away</c>, <c>DiskFull</c> or <c>ReadOnly</c>.</param>
internal sealed record FeltOutage(string Matter);
