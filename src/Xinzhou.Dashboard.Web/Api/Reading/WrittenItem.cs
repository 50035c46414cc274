namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A row of a list as it is written in JSON.</summary>
/// <param name="Json">The row.</param>
/// <param name="Hash">The first half of the SHA-256 of it: what names a list of rows is worked out from these.</param>
public readonly record struct WrittenItem(ReadOnlyMemory<byte> Json, UInt128 Hash);
