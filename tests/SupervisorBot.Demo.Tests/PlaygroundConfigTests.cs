namespace SupervisorBot.Demo.Tests;

public sealed class PlaygroundConfigTests
{
    [Fact]
    public void It_names_alex_as_the_current_user_and_exactly_five_others()
    {
        var lines = PlaygroundConfig.Content().Split('\n');

        Assert.Contains(lines, line => line.StartsWith("currentUser:", StringComparison.Ordinal) && line.Contains(DemoPeople.Alex.EntraObjectId, StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(line => line.StartsWith("  - {id: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Alex_is_the_first_inspector_there_are_others_and_patti_is_none()
    {
        Assert.Equal(DemoPeople.Alex, DemoPeople.Inspectors.First());
        Assert.True(DemoPeople.Inspectors.Count() > 1);
        Assert.Contains(DemoPeople.Patti, DemoPeople.Others);
        Assert.DoesNotContain(DemoPeople.Patti, DemoPeople.Inspectors);
    }
}
