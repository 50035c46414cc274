using System.Reflection;

namespace Xinzhou.Dashboard.Domain.Tests;

public class CodeTests
{
    public static TheoryData<Type> Enumerations => [.. typeof(Code).Assembly.GetExportedTypes().Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void EveryValueOfAnEnumerationIsFoundAgainByItsCode(Type enumeration) =>
        typeof(CodeTests).GetMethod(nameof(FoundAgain), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(enumeration).Invoke(null, null);

    private static void FoundAgain<T>() where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>(), Code.All<T>().Select(Code.Parse<T>));
        Assert.Equal(Code.All<T>(), Enum.GetValues<T>().Select(Code.Of));
        Assert.False(Code.TryParse<T>("no such code", out _));
        Assert.False(Code.TryParse<T>(null, out _));
    }
}
