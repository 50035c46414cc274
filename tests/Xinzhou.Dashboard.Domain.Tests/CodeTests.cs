using System.Reflection;

namespace Xinzhou.Dashboard.Domain.Tests;

public sealed class CodeTests
{
    public static TheoryData<Type> Enumerations => [.. typeof(Code).Assembly.GetExportedTypes().Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void Every_value_of_an_enumeration_is_found_again_by_its_code(Type enumeration) =>
        typeof(CodeTests).GetMethod(nameof(FoundAgain), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(enumeration).Invoke(null, null);

    private static void FoundAgain<T>() where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>(), Code.All<T>().Select(Code.Parse<T>));
        Assert.Equal(Code.All<T>(), Enum.GetValues<T>().Select(Code.Of));
        Assert.False(Code.TryParse<T>("no such code", out _));
        Assert.False(Code.TryParse<T>(null, out _));
    }
}
