using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>Compares what the inspector was told with what the gateway did.</summary>
internal sealed class Judgement(Site site, Operation operation)
{
    /// <summary>A sentence for everything that is not as promised.</summary>
    public IEnumerable<string> Problems => Sentences().Select(sentence => $"{sentence}\n{operation}");

    private IEnumerable<string> Sentences()
    {
        operation.Look();
        if (operation.Intercepts.Count > 1)
        {
            yield return $"{operation.Intercepts.Count} intercepts for one press.";
        }

        var told = operation.Told.Distinct().ToList();
        if (told.Count != 1)
        {
            yield return "Told are: " + (told.Count == 0 ? "nothing" : string.Join(" and ", told));
        }

        foreach (var outcome in told.Where(outcome => !IsTrue(outcome)))
        {
            yield return $"Told is {outcome}, which is not true.";
        }

        if (Outcomes.OfMessage(operation.Now) is not { } shown || !told.Contains(shown))
        {
            yield return "The card does not tell the outcome.";
        }

        if (site.Centre.FindAgent(operation.Person.AgentId)!.Monitors is not null)
        {
            yield return "The inspector is left on the agent's call.";
        }
    }

    private bool IsTrue(Outcome outcome) => outcome switch
    {
        Outcome.Done => operation.IsTaken,
        Outcome.NotDone => !operation.IsTaken,
        _ => operation.Interruption.MayBeUnknown,
    };
}
