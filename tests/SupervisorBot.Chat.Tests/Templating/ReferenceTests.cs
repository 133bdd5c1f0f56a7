namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>
/// Our expansion against the reference implementation (npm adaptivecards-templating), and its results as cards against
/// the reference renderer (npm adaptivecards) and our own checks for Teams.
/// </summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Samples => [.. ReferenceJobs.CardSamples().Select(card => card.Sample)];

    public static TheoryData<string> Faults => [.. ReferenceJobs.FaultyCards().Select(card => $"{card.Job.Id}: {card.Fault}")];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_card_expands_as_the_reference_does_and_is_valid(string sample)
    {
        var answer = (await ReferenceRun.AnswersAsync())[sample];
        Assert.Null(answer.Difference);
        Assert.True(answer.Problems.Count == 0, string.Join(Environment.NewLine, answer.Problems));
    }

    [Fact]
    public void Every_card_has_a_sample()
    {
        string[] folders = [ReferenceJobs.CardsFolder, CardFiles.OwnFolder];
        var without = folders
            .Select(folder => RepositoryRoot.Combine(folder))
            .SelectMany(folder => CardFiles.Templates(folder).Where(card => !CardFiles.Samples(folder, card.Name).Any()))
            .Select(card => card.Name);
        Assert.Empty(without);
    }

    [Fact]
    public Task Expressions_evaluate_as_in_the_reference() => AssertEqualAsync(ReferenceJobs.Expressions());

    [Fact]
    public Task Texts_are_read_as_in_the_reference() => AssertEqualAsync(ReferenceJobs.Texts());

    [Fact]
    public Task Templates_expand_as_in_the_reference() => AssertEqualAsync(ReferenceJobs.Templates());

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_faulty_card_is_reported(string fault)
    {
        var (id, words) = (fault[..fault.IndexOf(':', StringComparison.Ordinal)], fault[(fault.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        var problems = (await ReferenceRun.AnswersAsync())[id].Problems;
        if (words == "none")
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(problems, problem => problem.Contains(words, StringComparison.Ordinal));
        }
    }

    private static async Task AssertEqualAsync(IEnumerable<ReferenceJob> jobs)
    {
        var answers = await ReferenceRun.AnswersAsync();
        var differences = jobs
            .Select(job => answers[job.Id])
            .Where(answer => answer.Difference is not null)
            .Select(answer => $"{answer.Id}: {answer.Difference}")
            .ToList();
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }
}
