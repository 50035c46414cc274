
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>A unit that reports or is responsible. No source names any; they are entered by the installation.</summary>
public sealed record Department(string Code, string Name, int Order);
