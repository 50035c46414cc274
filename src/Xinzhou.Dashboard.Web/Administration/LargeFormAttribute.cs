using Microsoft.AspNetCore.Http.Metadata;

namespace Xinzhou.Dashboard.Web.Administration;

/// <summary>On a page whose form has a few fields for each of many rows: more than the 1,024 that a form may otherwise have.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargeFormAttribute : Attribute, IFormOptionsMetadata
{
    public bool? BufferBody => null;

    public int? MemoryBufferThreshold => null;

    public long? BufferBodyLengthLimit => null;

    /// <summary>Enough for 300 rows.</summary>
    public int? ValueCountLimit => 4096;

    public int? KeyLengthLimit => null;

    public int? ValueLengthLimit => null;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;

    public long? MultipartBodyLengthLimit => null;
}
