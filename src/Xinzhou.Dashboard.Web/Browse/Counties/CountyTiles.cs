namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>
/// The schematic map: one brick a unit, roughly in place, joints bonded (every other row is shifted by half a brick).
/// Our own drawing; areas and boundaries mean nothing.
/// </summary>
public static class CountyTiles
{
    private const decimal Width = 86;
    private const decimal Height = 92;
    private const decimal Joint = 3;

    /// <summary>Code, column (in bricks from the west) and row (from the north).</summary>
    private static readonly (string Unit, decimal Column, int Row)[] Places =
    [
        ("140930", 0.5m, 0), // 河曲县
        ("140932", 1.5m, 0), // 偏关县
        ("140923", 4.5m, 0), // 代县
        ("140924", 5.5m, 0), // 繁峙县
        ("140931", 0, 1), // 保德县
        ("140928", 1, 1), // 五寨县
        ("140927", 2, 1), // 神池县
        ("140925", 3, 1), // 宁武县
        ("140981", 4, 1), // 原平市
        ("140922", 5, 1), // 五台县
        ("140971", 6, 1), // 五台山风景名胜区
        ("140929", 0.5m, 2), // 岢岚县
        ("140926", 2.5m, 2), // 静乐县
        ("140902", 3.5m, 2), // 忻府区
        ("140921", 4.5m, 2), // 定襄县
    ];

    public static CountyShapes Shapes { get; } = new(
        7 * (Width + Joint) - Joint,
        3 * (Height + Joint) - Joint,
        Places.ToDictionary(p => p.Unit, p => Brick(p.Column * (Width + Joint), p.Row * (Height + Joint))),
        ApprovalNumber: null);

    private static CountyShape Brick(decimal x, decimal y) =>
        new(FormattableString.Invariant($"M{x} {y}h{Width}v{Height}h-{Width}z"), x + Width / 2, y + Height / 2);
}
