using System.Globalization;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The living contact centre: agents without a client take calls, put some on hold and lose them again, by a seeded clock. Each
/// agent draws from a sequence of their own, so that what an inspector does to one of them changes nothing for the others.
/// </summary>
internal sealed class AutonomousLife
{
    private readonly Floor floor;
    private readonly CallControl calls;
    private readonly Desk desk;
    private readonly Dictionary<int, Random> dice = [];
    private readonly Dictionary<int, IDisposable?> nextCall = [];

    public AutonomousLife(Floor floor, CallControl calls, Desk desk)
    {
        this.floor = floor;
        this.calls = calls;
        this.desk = desk;
        floor.Freed += PlanNextCall;
        floor.Begun = PlanEnd;
    }

    /// <summary>Begins in the middle of a working day: two in three agents are talking already.</summary>
    public void Start()
    {
        foreach (var agent in floor.Agents.Values.Where(IsAlive))
        {
            var roll = Dice(agent);
            if (roll.NextDouble() < 0.66)
            {
                calls.Begin(agent, Customer(roll), Direction(roll), floor.Now - (floor.Options.CallLengthMax * (roll.NextDouble() * 0.5)));
            }
            else
            {
                PlanNextCall(agent);
            }
        }
    }

    private static bool IsAlive(Agent agent) => !agent.IsInspector && agent.Session is null;

    private static CallDirection Direction(Random roll) => roll.Next(4) == 0 ? CallDirection.Outbound : CallDirection.Inbound;

    /// <summary>Numbers that the regulators of several countries keep for fiction.</summary>
    private static string Customer(Random roll)
    {
        string[] prefixes = ["447700900", "12025550", "3363998", "61491570", "35320910"];
        var prefix = prefixes[roll.Next(prefixes.Length)];
        return prefix switch
        {
            "12025550" => prefix + roll.Next(100, 200).ToString(CultureInfo.InvariantCulture),
            "3363998" => prefix + roll.Next(0, 10_000).ToString("D4", CultureInfo.InvariantCulture),
            _ => prefix + roll.Next(0, 1000).ToString("D3", CultureInfo.InvariantCulture),
        };
    }

    private static TimeSpan Between(Random roll, TimeSpan min, TimeSpan max) => min + ((max > min ? max - min : TimeSpan.Zero) * roll.NextDouble());

    private Random Dice(Agent agent)
    {
        if (!dice.TryGetValue(agent.WorkNo, out var roll))
        {
            dice[agent.WorkNo] = roll = new Random(unchecked((floor.Options.Seed * 486_187_739) ^ (agent.WorkNo * 16_777_619)));
        }

        return roll;
    }

    private void PlanNextCall(Agent agent)
    {
        if (IsAlive(agent))
        {
            nextCall.GetValueOrDefault(agent.WorkNo)?.Dispose();
            var pause = Between(Dice(agent), floor.Options.PauseMin, floor.Options.PauseMax);
            nextCall[agent.WorkNo] = floor.After(pause, () => TakeCall(agent));
        }
    }

    private void TakeCall(Agent agent)
    {
        if (!IsAlive(agent))
        {
            return;
        }

        switch (agent.State)
        {
            case AgentState.Idle:
                calls.Begin(agent, Customer(Dice(agent)), Direction(Dice(agent)));
                break;
            case AgentState.SignedOut:
                desk.SitDown(agent);
                PlanNextCall(agent);
                break;
            case AgentState.Busy or AgentState.Rest or AgentState.WrapUp:
                desk.TryEnter(agent, AgentState.Idle, EventType.Ready);
                break;
            default:
                PlanNextCall(agent);
                break;
        }
    }

    /// <summary>The customer decides how long to stay; with whoever they talk then, an intercepting inspector included.</summary>
    private void PlanEnd(Call call)
    {
        call.Plan?.Dispose();
        var roll = Dice(call.TakenFrom is { } agent ? floor.Agents[agent] : call.Talker);
        var length = Between(roll, floor.Options.CallLengthMin, floor.Options.CallLengthMax);
        var holds = roll.NextDouble() < floor.Options.HoldChance && IsAlive(call.Talker);
        call.Plan = holds
            ? floor.After(length * 0.4, () => HoldOnce(call, length))
            : floor.After(length, () => End(call));
    }

    private void HoldOnce(Call call, TimeSpan length)
    {
        if (IsLive(call) && !call.OnHold)
        {
            calls.Hold(call);
        }

        call.Plan = floor.After(floor.Options.HoldLength, () => TakeBack(call, length));
    }

    private void TakeBack(Call call, TimeSpan length)
    {
        if (IsLive(call) && call.OnHold && call.Talker.ActiveCall is null)
        {
            calls.TakeBack(call);
        }

        call.Plan = floor.After(length * 0.6, () => End(call));
    }

    private void End(Call call)
    {
        if (IsLive(call))
        {
            calls.CustomerHangsUp(call);
        }
    }

    private bool IsLive(Call call) => floor.Calls.GetValueOrDefault(call.Id) == call;
}
